import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button } from "../ui/Button.tsx";
import { filterOps } from "./alertWords.ts";
import { dayChoices, dayOps, isDayOp, usualDay } from "./days.ts";
import type { FilterDraft } from "./draft.ts";
import type { FieldProfile } from "./types.ts";

const most = 5;

interface Props {
  where: FilterDraft[];
  fields: readonly FieldProfile[];
  /** In which days begin. */
  timeZone: string;
  onWhere: (where: FilterDraft[]) => void;
}

/** Another comparison keeps its value, unless it is of another kind: a period, a day, or a value. */
function opChange({ op: before, value }: FilterDraft, op: FilterDraft["op"]): Partial<FilterDraft> {
  if (!isDayOp(op)) return { op, value: isDayOp(before) ? "" : value };
  const alike = isDayOp(before) && (before === "in") === (op === "in");
  return { op, value: alike ? value : usualDay(op) };
}

/** Which rows count. */
export function FilterFields({ where, fields, timeZone, onWhere }: Props) {
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
            onChange={(event) => change(index, opChange(filter, event.target.value as FilterDraft["op"]))}
          >
            {filterOps.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
            {(isDayOp(filter.op) || fields.some(({ name, date }) => name === filter.field && date === true)) && (
              <optgroup label="Date">
                {dayOps.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
          {isDayOp(filter.op) && (
            <select className="input" aria-label={`Day of filter ${index + 1}`} value={filter.value} onChange={(event) => change(index, { value: event.target.value })}>
              {dayChoices(filter.op, filter.value).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
          {filter.op !== "empty" && filter.op !== "filled" && !isDayOp(filter.op) && (
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
      {where.some(({ op }) => isDayOp(op)) && <p className="muted tiny">Days as they begin in {timeZone}, on the day on which the data is fetched.</p>}
      {where.length < most && fields.length > 0 && (
        <Button look="link" icon={<Plus size={16} />} onClick={() => onWhere([...where, { field: fields[0]?.name ?? "", op: "=", value: "" }])}>
          Only rows where…
        </Button>
      )}
    </fieldset>
  );
}
