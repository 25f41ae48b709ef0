import { useId } from "react";
import { Check } from "../ui/Check.tsx";
import { Field } from "../ui/Field.tsx";
import type { Terms } from "./terms.ts";

interface Props {
  terms: Terms;
  /** True if there is a password that stays unless another one is given. */
  hasPassword: boolean;
  onChange: (terms: Terms) => void;
}

/** How a public link may be used: its title, password, end, and the sites that may show it. */
export function TermsFields({ terms, hasPassword, onChange }: Props) {
  const protect = useId();
  return (
    <div className="public-terms">
      <Field label="Title" hint="Visitors read it above the page.">
        {(control) => (
          <input {...control} className="input" maxLength={200} value={terms.title} onChange={(event) => onChange({ ...terms, title: event.target.value })} />
        )}
      </Field>
      <Field label="Works until" hint="Leave it empty for no end. You can take it back at any time.">
        {(control) => (
          <input {...control} className="input" type="date" value={terms.lastDay} onChange={(event) => onChange({ ...terms, lastDay: event.target.value })} />
        )}
      </Field>
      <div className="stack snug">
        <div className="row">
          <Check id={protect} checked={terms.protect} onChange={(on) => onChange({ ...terms, protect: on })} />
          <label htmlFor={protect}>Ask visitors for a password</label>
        </div>
        {terms.protect && (
          <Field label={hasPassword ? "New password" : "Password"} hint={hasPassword ? "Leave it empty to keep the one that it has." : "At least 8 characters. Send it another way than the link."}>
            {(control) => (
              <input
                {...control}
                className="input"
                type="text"
                autoComplete="off"
                spellCheck={false}
                minLength={8}
                maxLength={200}
                required={!hasPassword}
                value={terms.password}
                onChange={(event) => onChange({ ...terms, password: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
      <Field label="Sites that may show it inside a page of theirs" hint="One in each line, like https://www.example.com. Empty: none.">
        {(control) => (
          <textarea {...control} className="input" rows={2} spellCheck={false} value={terms.sites} onChange={(event) => onChange({ ...terms, sites: event.target.value })} />
        )}
      </Field>
    </div>
  );
}
