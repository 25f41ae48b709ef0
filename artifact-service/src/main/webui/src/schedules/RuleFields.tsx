import { Field } from "../ui/Field.tsx";
import { misfires, spreadsWith, type Rules } from "./rules.ts";
import type { Misfire } from "./types.ts";

/** How exact the time is, and what happens to a time that was missed. */
export function RuleFields({ rules, onRules }: { rules: Rules; onRules: (rules: Rules) => void }) {
  return (
    <>
      <Field label="How exact" hint="A little later takes load off the sources when many pages refresh at the same time.">
        {(control) => (
          <select {...control} className="input" value={rules.jitterSeconds} onChange={(event) => onRules({ ...rules, jitterSeconds: Number(event.target.value) })}>
            {spreadsWith(rules.jitterSeconds).map(({ seconds, label }) => (
              <option key={seconds} value={seconds}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="If a time was missed" hint="For example while Live Artifacts was switched off.">
        {(control) => (
          <select {...control} className="input" value={rules.misfire} onChange={(event) => onRules({ ...rules, misfire: event.target.value as Misfire })}>
            {misfires.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
