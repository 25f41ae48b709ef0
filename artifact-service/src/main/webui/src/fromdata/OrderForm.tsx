import { useId } from "react";
import { Check } from "../ui/Check.tsx";
import { Choose } from "./Choose.tsx";
import { toggled, withGroup, withSort } from "./edits.ts";
import type { PageField, PageSpec } from "./spec.ts";

interface Props {
  spec: PageSpec;
  onChange: (spec: PageSpec) => void;
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <li className="row">
      <Check id={id} checked={checked} onChange={onChange} />
      <label htmlFor={id}>{label}</label>
    </li>
  );
}

const filterable = ({ format }: PageField) => !["number", "money", "percent", "long", "id", "link", "list"].includes(format);

/** What rows are found and ordered by. */
export function OrderForm({ spec, onChange }: Props) {
  const { fields } = spec.sources.rows;
  const none = ["", "As the source gives them"] as const;
  return (
    <div className="stack snug">
      <div className="shape-choices">
        <Choose label="Sort by" value={spec.sort?.field ?? ""} options={[none, ...fields.map(({ key, label }) => [key, `Sort by ${label}`] as const)]} onChange={(field) => onChange(withSort(spec, field, spec.sort?.descending ?? false))} />
        {spec.sort !== undefined && (
          <Choose
            label="Direction"
            value={spec.sort.descending ? "down" : "up"}
            options={[["up", "Smallest or earliest first"], ["down", "Largest or latest first"]]}
            onChange={(direction) => onChange(withSort(spec, spec.sort?.field ?? "", direction === "down"))}
          />
        )}
        <Choose label="Group by" value={spec.group ?? ""} options={[["", "No groups"], ...fields.filter(filterable).map(({ key, label }) => [key, `Grouped by ${label}`] as const)]} onChange={(group) => onChange(withGroup(spec, group))} />
      </div>
      <p className="strong">Filters</p>
      <ul className="stack snug">
        <Tick label="Search in all fields" checked={spec.search} onChange={(search) => onChange({ ...spec, search })} />
        {fields.filter(filterable).map(({ key, label }) => (
          <Tick key={key} label={label} checked={spec.filters.includes(key)} onChange={(on) => onChange({ ...spec, filters: toggled(spec.filters, key, on) })} />
        ))}
      </ul>
    </div>
  );
}
