import { X } from "lucide-react";
import type { QueryParameterType } from "../sourceTypes.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { parametersOf } from "../add/addWords.ts";
import { complaintAboutSql, complaintAboutTitle, type QueryDraft } from "./sqlDraft.ts";

const types: Record<QueryParameterType, string> = { text: "text", integer: "whole number", number: "number", boolean: "yes or no", date: "date", timestamp: "moment", uuid: "identifier (UUID)" };

interface Props {
  number: number;
  draft: QueryDraft;
  /** The other queries, whose names this one cannot have. */
  others: readonly QueryDraft[];
  onChange: (draft: QueryDraft) => void;
  onRemove: (() => void) | undefined;
}

/** One named query: what it answers, its SQL, and what it is asked with. */
export function QueryEditor({ number, draft, others, onChange, onRemove }: Props) {
  const parameters = parametersOf(draft.sql);
  // An untouched query is not complained about.
  const touched = draft.title !== "" || draft.sql !== "";
  return (
    <fieldset className="group-field boxed query">
      <legend>Query {number}</legend>
      {onRemove !== undefined && <Button look="quiet" className="query-remove" icon={<X size={16} />} aria-label={`Remove query ${number}`} onClick={onRemove} />}
      <Field label="What it answers" hint="Becomes the tool’s name, as in “Open orders by region”." complaint={touched ? complaintAboutTitle(draft, others) : undefined}>
        {(control) => <input {...control} className="input" maxLength={80} autoComplete="off" value={draft.title} onChange={(event) => onChange({ ...draft, title: event.target.value })} />}
      </Field>
      <Field label="SQL" hint="Write :name where a value is to be filled in." complaint={touched ? complaintAboutSql(draft) : undefined}>
        {(control) => (
          <textarea
            {...control}
            className="input code"
            spellCheck={false}
            placeholder={"SELECT region, sum(amount) AS amount\nFROM orders\nWHERE ordered_on >= :from\nGROUP BY region"}
            value={draft.sql}
            onChange={(event) => onChange({ ...draft, sql: event.target.value })}
          />
        )}
      </Field>
      {parameters.length > 0 && (
        <div className="parameters">
          {parameters.map((name) => (
            <Field key={name} label={`“${name}” is a`}>
              {(control) => (
                <select {...control} className="input" value={draft.types[name] ?? "text"} onChange={(event) => onChange({ ...draft, types: { ...draft.types, [name]: event.target.value as QueryParameterType } })}>
                  {Object.entries(types).map(([type, word]) => (
                    <option key={type} value={type}>
                      {word}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </div>
      )}
      <Field label="Description" hint="For whoever builds a page with it. May be left empty.">
        {(control) => <input {...control} className="input" maxLength={400} autoComplete="off" value={draft.description} onChange={(event) => onChange({ ...draft, description: event.target.value })} />}
      </Field>
    </fieldset>
  );
}
