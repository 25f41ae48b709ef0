import { LockKeyhole } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../../api/problem.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";

/** Asks for the password of a link. */
export function PasswordForm({ enter, onEntered }: { enter: (password: string) => Promise<unknown>; onEntered: () => void }) {
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [complaint, setComplaint] = useState<string>();
  const submit = async () => {
    setBusy(true);
    setComplaint(undefined);
    try {
      await enter(password);
      onEntered();
    } catch (error) {
      setComplaint(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="copy-password"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <span className="empty-icon" aria-hidden>
        <LockKeyhole size={24} />
      </span>
      <h1 className="empty-title">This page has a password</h1>
      <p className="muted">Whoever sent you the link can tell it to you.</p>
      <Field label="Password" complaint={complaint}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="password"
            required
            autoComplete="off"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button look="primary" type="submit" disabled={busy || password === ""}>
        {busy ? "Looking…" : "Open the page"}
      </Button>
    </form>
  );
}
