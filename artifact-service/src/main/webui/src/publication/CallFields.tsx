import { useId } from "react";
import { inWords } from "../host/names.ts";
import { Check } from "../ui/Check.tsx";
import { fieldInWords } from "./publicationWords.ts";
import type { DraftCall, DraftField } from "./types.ts";

interface RowProps {
  field: DraftField;
  kept: boolean;
  onChange: (kept: boolean) => void;
}

function FieldRow({ field, kept, onChange }: RowProps) {
  const id = useId();
  return (
    <tr className={kept ? undefined : "public-dropped"}>
      <td>
        <Check id={id} checked={kept} onChange={onChange} />
      </td>
      <th scope="row">
        <label htmlFor={id}>{fieldInWords(field.path)}</label>
      </th>
      <td className="muted">{field.type}</td>
      <td className="public-sample">{field.sample ?? <span className="muted">nothing</span>}</td>
      <td className="number muted">{Math.round(field.filled * 100)} %</td>
    </tr>
  );
}

function argumentsInWords(args: Record<string, unknown>): string {
  return Object.entries(args)
    .filter(([name]) => !name.startsWith("_"))
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}

interface Props {
  call: DraftCall;
  kept: ReadonlySet<string>;
  onField: (path: string, kept: boolean) => void;
  onAll: (kept: boolean) => void;
}

/** One call of the page, with the fields of its result to keep or to take out. */
export function CallFields({ call, kept, onField, onAll }: Props) {
  const heading = useId();
  const all = useId();
  const asked = argumentsInWords(call.arguments);
  return (
    <section className="box public-call" aria-labelledby={heading}>
      <div className="row public-call-head">
        <div className="grow">
          <h4 id={heading}>
            {inWords(call.tool)} <span className="muted">· {call.connector}</span>
          </h4>
          {asked !== "" && <p className="muted tiny cut">{asked}</p>}
        </div>
        {call.fields.length > 0 && (
          <div className="row">
            <Check id={all} checked={kept.size === call.fields.length} onChange={onAll} />
            <label htmlFor={all} className="tiny">
              All fields
            </label>
          </div>
        )}
      </div>
      {call.trouble != null && <p className="notice failing">Not in the copy: {call.trouble}</p>}
      {call.fields.length > 0 && (
        <div className="table-scroll public-fields" tabIndex={0} role="region" aria-labelledby={heading}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">Stays</span>
                </th>
                <th scope="col">Field</th>
                <th scope="col">Type</th>
                <th scope="col">Example</th>
                <th scope="col" className="number">
                  Filled
                </th>
              </tr>
            </thead>
            <tbody>
              {call.fields.map((field) => (
                <FieldRow key={field.path} field={field} kept={kept.has(field.path)} onChange={(stays) => onField(field.path, stays)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {call.more && <p className="muted tiny padded">It has more fields than can be looked through; those are left out.</p>}
      {call.leftOut.length > 0 && <p className="muted tiny padded">Left out, as it cannot be looked into: {call.leftOut.join(", ")}.</p>}
    </section>
  );
}
