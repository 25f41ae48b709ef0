import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button } from "../ui/Button.tsx";
import { filterOps } from "./alertWords.ts";
import type { FilterDraft } from "./draft.ts";
import type { FieldProfile } from "./types.ts";

const most = 5;

interface Props {
  where: FilterDraft[];
  fields: readonly FieldProfile[];
  onWhere: (where: FilterDraft[]) => void;
}

/** Which rows count. */
export function FilterFields({ where, fields, onWhere }: Props) {
  const list = useId();
  const change = (at: number, part: Partial<FilterDraft>) => onWhere(where.map((filter, index) => (index === at ? { ...filter, ...part } : filter)));
  return (
    <fieldset className="alert-filters">
      <legend>Rows that count</legend>
      {where.length === 0 && <p className="muted tiny">All of them.</p>}
      {where.map((filter, index) => (
        <div key={index} className="alert-filter">
          <select className="input" aria-label={`Field of filter ${index + 1}`} value={filter.field} onChange={(event) => change(index, { field: event.target.value })}>
            {!fields.some(({ name }) => name === filter.field) && <option value={filter.field}>{`${filter.field} (gone)`}</option>}
            {fields.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
          <select
            className="input"
            aria-label={`Comparison of filter ${index + 1}`}
            value={filter.op}
            onChange={(event) => change(index, { op: event.target.value as FilterDraft["op"] })}
          >
            {filterOps.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          {filter.op !== "empty" && filter.op !== "filled" && (
            <input
              className="input"
              aria-label={`Value of filter ${index + 1}`}
              list={`${list}-${index}`}
              value={filter.value}
              onChange={(event) => change(index, { value: event.target.value })}
            />
          )}
          <datalist id={`${list}-${index}`}>
            {fields
              .find(({ name }) => name === filter.field)
              ?.examples.map((example) => (
                <option key={example} value={example} />
              ))}
          </datalist>
          <Button look="quiet" icon={<X size={16} />} aria-label={`Remove filter ${index + 1}`} onClick={() => onWhere(where.filter((_, at) => at !== index))} />
        </div>
      ))}
      {where.length < most && fields.length > 0 && (
        <Button look="link" icon={<Plus size={16} />} onClick={() => onWhere([...where, { field: fields[0]?.name ?? "", op: "=", value: "" }])}>
          Only rows where…
        </Button>
      )}
    </fieldset>
  );
}
