import { useId } from "react";
import { timeZones } from "../schedules/presets.ts";
import { Check } from "../ui/Check.tsx";
import { Field } from "../ui/Field.tsx";
import { Fold } from "../ui/Fold.tsx";
import type { Draft } from "./draft.ts";
import type { Ways } from "./types.ts";

interface Props {
  draft: Draft;
  ways: Ways | undefined;
  onDraft: (change: Partial<Draft>) => void;
}

/** A box to tick, with its words. */
function Tick({ checked, disabled, label, hint, onChange }: { checked: boolean; disabled?: boolean; label: string; hint?: string; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <div className="alert-tick">
      <Check id={id} checked={checked} disabled={disabled ?? false} onChange={onChange} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && <p className="hint">{hint}</p>}
      </div>
    </div>
  );
}

/** How one is told, and when not. */
export function WayFields({ draft, ways, onDraft }: Props) {
  const mail = ways?.mail;
  const quiet = (change: Partial<Draft["quiet"]>) => onDraft({ quiet: { ...draft.quiet, ...change } });
  return (
    <div className="stack snug">
      <p className="muted">You always see it here, under the bell.</p>
      <Tick
        checked={draft.mail}
        disabled={mail?.available !== true && !draft.mail}
        label={mail?.address === undefined ? "Mail" : `Mail to ${mail.address}`}
        {...(mail?.why === undefined ? {} : { hint: mail.why })}
        onChange={(on) => onDraft({ mail: on })}
      />
      <Tick
        checked={draft.quietOn}
        label="Quiet hours"
        hint="What comes meanwhile is sent when they are over."
        onChange={(on) => onDraft({ quietOn: on })}
      />
      {draft.quietOn && (
        <div className="alert-quiet">
          <Field label="From">{(control) => <input {...control} className="input numbers" type="time" required value={draft.quiet.from} onChange={(event) => quiet({ from: event.target.value })} />}</Field>
          <Field label="Until">{(control) => <input {...control} className="input numbers" type="time" required value={draft.quiet.to} onChange={(event) => quiet({ to: event.target.value })} />}</Field>
          <Field label="Time zone">
            {(control) => (
              <select {...control} className="input" value={draft.quiet.timeZone} onChange={(event) => quiet({ timeZone: event.target.value })}>
                {timeZones(draft.quiet.timeZone).map((zone) => (
                  <option key={zone} value={zone}>
                    {zone.replaceAll("_", " ")}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Tick checked={draft.quiet.weekends} label="Saturday and Sunday too" onChange={(on) => quiet({ weekends: on })} />
        </div>
      )}
      <Fold label="More settings" open={draft.webhookUrl !== "" || draft.name !== ""}>
        <Field label="Name" hint="Left empty, it is called what it says.">
          {(control) => <input {...control} className="input" maxLength={200} value={draft.name} onChange={(event) => onDraft({ name: event.target.value })} />}
        </Field>
        <Tick checked={draft.tellWhenOver} label="Tell me when it is over as well" onChange={(on) => onDraft({ tellWhenOver: on })} />
        <Field label="Webhook" hint="A signed message is posted to this address, and again for a day if it is not accepted.">
          {(control) => (
            <input {...control} className="input" type="url" inputMode="url" placeholder="https://" maxLength={2000} value={draft.webhookUrl} onChange={(event) => onDraft({ webhookUrl: event.target.value })} />
          )}
        </Field>
      </Fold>
    </div>
  );
}
