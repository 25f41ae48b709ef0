import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Fold } from "../ui/Fold.tsx";
import { momentOfExpiry, noEnd, type Expiry } from "./expiry.ts";
import { ExpiryField } from "./ExpiryField.tsx";
import { roleWords } from "./shareWords.ts";
import { labelOf, type Subject } from "./subjects.ts";
import { SubjectField } from "./SubjectField.tsx";
import type { ShareRole } from "./types.ts";
import type { Adding } from "./useShares.ts";

const mostMessage = 500;

/** Lets people and groups in: who, as what, until when, and with which words. */
export function AddPeople({ adding }: { adding: Adding }) {
  const [chosen, setChosen] = useState<readonly Subject[]>([]);
  const [role, setRole] = useState<ShareRole>("viewer");
  const [expiry, setExpiry] = useState<Expiry>(noEnd);
  const [message, setMessage] = useState("");
  const [refused, setRefused] = useState<string>();

  const add = async () => {
    const expiresAt = momentOfExpiry(expiry, Date.now());
    if (expiresAt === undefined) {
      setRefused("Choose the last day, or let it not end.");
      return;
    }
    if (chosen.length === 0) {
      setRefused("Choose somebody first, or write an e-mail address.");
      return;
    }
    const terms = { role, ...(expiresAt === null ? {} : { expiresAt }), ...(message.trim() === "" ? {} : { message: message.trim() }) };
    const failed = await adding.add(chosen, terms);
    setChosen(failed.map(({ subject }) => subject));
    setRefused(failed[0] === undefined ? undefined : `${labelOf(failed[0].subject)}: ${sentenceOf(failed[0].error)}`);
    if (failed.length === 0) setMessage("");
  };

  return (
    <form
      className="stack snug"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <SubjectField
        chosen={chosen}
        onChosen={(subjects) => {
          setChosen(subjects);
          setRefused(undefined);
        }}
        complaint={refused}
      />
      <div className="row share-add">
        <select className="input share-role" aria-label="What they may do" value={role} onChange={(event) => setRole(event.target.value as ShareRole)}>
          <option value="viewer">{roleWords.viewer}</option>
          <option value="editor">{roleWords.editor}</option>
        </select>
        <Button look="primary" type="submit" disabled={adding.busy}>
          {chosen.length < 2 ? "Share" : `Share with ${chosen.length}`}
        </Button>
      </div>
      <Fold label="Add a message, or an end">
        <div className="stack">
          <Field label="Message" hint="They read it when they open the page for the first time, and in the mail about it.">
            {(control) => (
              <textarea {...control} className="input share-message" rows={3} maxLength={mostMessage} value={message} onChange={(event) => setMessage(event.target.value)} />
            )}
          </Field>
          <ExpiryField label="When it ends" expiry={expiry} onChange={setExpiry} />
        </div>
      </Fold>
    </form>
  );
}
