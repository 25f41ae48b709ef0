import { Field } from "../ui/Field.tsx";
import { ops, sourceWords, whats } from "./alertWords.ts";
import { type Draft, numberOf, type What } from "./draft.ts";
import { FilterFields } from "./FilterFields.tsx";
import type { Op, Source } from "./types.ts";

interface Props {
  draft: Draft;
  sources: readonly Source[];
  onDraft: (change: Partial<Draft>) => void;
}

/** What is looked at, and when it is worth telling. */
export function WhatFields({ draft, sources, onDraft }: Props) {
  const source = sources[draft.source];
  const fields = source?.fields ?? [];
  const numbers = fields.filter(({ number }) => number);
  const ofField = draft.what !== "count" && draft.what !== "shape" && draft.what !== "connection";
  const ofRows = draft.what === "count" || ofField;
  const examples = fields.find(({ name }) => name === draft.field)?.examples.slice(0, 3).join(", ");
  return (
    <>
      <Field label="Look at">
        {(control) => (
          <select {...control} className="input" value={draft.source} onChange={(event) => onDraft({ source: Number(event.target.value), where: [] })}>
            {draft.source < 0 && <option value={-1}>Choose the data</option>}
            {sources.map((one, index) => (
              <option key={index} value={index}>
                {sourceWords(one, sources)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="alert-pair">
        <Field label="Watch">
          {(control) => (
            <select {...control} className="input" value={draft.what} onChange={(event) => onDraft({ what: event.target.value as What })}>
              {whats.map(({ value, label }) => (
                <option key={value} value={value} disabled={fields.length === 0 && value !== "connection"}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {ofField && (
          <Field label="Field" hint={examples === undefined || examples === "" ? undefined : `For example ${examples}`}>
            {(control) => (
              <select {...control} className="input" value={draft.field} onChange={(event) => onDraft({ field: event.target.value })}>
                {!numbers.some(({ name }) => name === draft.field) && <option value={draft.field}>{draft.field === "" ? "Choose a field" : `${draft.field} (gone)`}</option>}
                {numbers.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {ofRows && <FilterFields where={draft.where} fields={fields} timeZone={draft.timeZone} onWhere={(where) => onDraft({ where })} />}
      {ofRows && (
        <div className="alert-pair">
          <Field label="Tell me when it">
            {(control) => (
              <select {...control} className="input" value={draft.op} onChange={(event) => onDraft({ op: event.target.value as Op })}>
                {ops.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {draft.op !== "changes" && (
            <Field label="Number" complaint={draft.value !== "" && numberOf(draft.value) === undefined ? "Enter a number, such as 1200 or 0.5." : undefined}>
              {(control) => (
                <span className="alert-number">
                  <input {...control} className="input numbers" inputMode="decimal" value={draft.value} onChange={(event) => onDraft({ value: event.target.value })} />
                  {draft.op === "changes_by" && (
                    <select className="input" aria-label="Unit" value={draft.percent ? "percent" : "plain"} onChange={(event) => onDraft({ percent: event.target.value === "percent" })}>
                      <option value="plain">as it is</option>
                      <option value="percent">%</option>
                    </select>
                  )}
                </span>
              )}
            </Field>
          )}
        </div>
      )}
      {draft.what === "shape" && <p className="muted">You are told when fields come, go, or change their type.</p>}
      {draft.what === "connection" && <p className="muted">You are told when a refresh cannot fetch it: it does not answer, or wants you to sign in again.</p>}
    </>
  );
}
