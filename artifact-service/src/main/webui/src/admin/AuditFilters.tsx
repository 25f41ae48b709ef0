import { Field } from "../ui/Field.tsx";
import { actionChoices, outcomeChoices } from "./auditWords.ts";
import type { AuditFilter } from "./types.ts";

interface Choice {
  readonly value: string;
  readonly word: string;
}

interface ChoiceProps {
  label: string;
  every: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
}

function ChoiceField({ label, every, choices, value, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{every}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function DayField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label}>
      {(control) => <input {...control} className="input" type="date" value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

/** Which entries to show. */
export function AuditFilters({ filter, onFilter }: { filter: AuditFilter; onFilter: (filter: AuditFilter) => void }) {
  const set = (name: keyof AuditFilter) => (value: string) => onFilter({ ...filter, [name]: value });
  return (
    <div className="run-filters">
      <ChoiceField label="What" every="Everything" choices={actionChoices} value={filter.action} onChange={set("action")} />
      <ChoiceField label="How it ended" every="Any way" choices={outcomeChoices} value={filter.outcome} onChange={set("outcome")} />
      <DayField label="From" value={filter.from} onChange={set("from")} />
      <DayField label="To" value={filter.to} onChange={set("to")} />
    </div>
  );
}
