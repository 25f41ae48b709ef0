import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { useId, useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { Check } from "../ui/Check.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { useToaster } from "../ui/toaster.ts";
import { accountKeys, accountServer } from "./accountServer.ts";
import { endOf, lives, scopes } from "./tokenWords.ts";
import type { MadeToken, Scope } from "./types.ts";

function Made({ token, onClose }: { token: MadeToken; onClose: () => void }) {
  const { say } = useToaster();
  return (
    <Dialog title={`Your token “${token.name}”`} onClose={onClose} foot={<Button look="primary" onClick={onClose}>Done</Button>}>
      <Field label="Token" hint="Copy it now: it is not shown again. Whoever has it may do what it may, as you.">
        {(control) => (
          <span className="account-secret">
            <input {...control} className="input numbers" readOnly value={token.secret} onFocus={(event) => event.target.select()} />
            <Button icon={<Copy size={16} />} onClick={() => void navigator.clipboard.writeText(token.secret).then(() => say("Copied"))}>
              Copy
            </Button>
          </span>
        )}
      </Field>
    </Dialog>
  );
}

function Scopes({ chosen, onChange }: { chosen: readonly Scope[]; onChange: (scopes: readonly Scope[]) => void }) {
  const id = useId();
  return (
    <fieldset className="account-scopes">
      <legend>What it may do</legend>
      {scopes.map(({ scope, label, hint }) => (
        <div key={scope} className="account-scope">
          <Check
            id={`${id}-${scope}`}
            checked={chosen.includes(scope)}
            onChange={(on) => onChange(on ? [...chosen, scope] : chosen.filter((other) => other !== scope))}
          />
          <label htmlFor={`${id}-${scope}`}>
            <span className="strong">{label}</span>
            <span className="muted tiny">{hint}</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}

/** Makes a token for a program, and shows it once. */
export function MakeToken({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Scope[]>(["read"]);
  const [days, setDays] = useState<number>(30);
  const form = useId();
  const make = useMutation({
    mutationFn: () => accountServer.makeToken({ name: name.trim(), scopes: chosen, expiresAt: endOf(days, Date.now()) }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: accountKeys.tokens }),
  });
  if (make.data !== undefined) return <Made token={make.data} onClose={onClose} />;
  const whole = name.trim() !== "" && chosen.length > 0;
  return (
    <Dialog
      title="Make a token"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} disabled={!whole || make.isPending}>
            Make it
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="stack snug"
        onSubmit={(event) => {
          event.preventDefault();
          if (whole) make.mutate();
        }}
      >
        <Field label="Name" hint="What it is for, for example Nightly report." complaint={make.error === null ? undefined : sentenceOf(make.error)}>
          {(control) => <input {...control} className="input" value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Scopes chosen={chosen} onChange={setChosen} />
        <Field label="Ends after">
          {(control) => (
            <select {...control} className="input" value={days} onChange={(event) => setDays(Number(event.target.value))}>
              {lives.map((life) => (
                <option key={life.days} value={life.days}>
                  {life.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </form>
    </Dialog>
  );
}
