import { Field } from "../ui/Field.tsx";
import { triggers } from "./runWords.ts";
import type { RunFilter, RunState, Schedule } from "./types.ts";

const states: readonly { value: RunState; label: string }[] = [
  { value: "running", label: "Running" },
  { value: "finished", label: "All fetched" },
  { value: "partly", label: "Partly fetched" },
  { value: "failed", label: "Failed" },
  { value: "skipped", label: "Skipped" },
  { value: "gone", label: "Stopped" },
];

interface Props {
  filter: RunFilter;
  onFilter: (filter: RunFilter) => void;
  schedules: readonly Schedule[];
}

function without(filter: RunFilter, name: keyof RunFilter): RunFilter {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name));
}

/** The first and the last moment of a day, in the person's own time zone. */
function dayOf(instant: string | undefined): string {
  if (instant === undefined) return "";
  const at = new Date(instant);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
}

function instantOf(day: string, end: boolean): string | undefined {
  const at = new Date(`${day}T${end ? "23:59:59.999" : "00:00"}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** Which runs to show. */
export function RunFilters({ filter, onFilter, schedules }: Props) {
  const set = (name: keyof RunFilter, value: string | undefined) =>
    onFilter(value === undefined || value === "" ? without(filter, name) : { ...filter, [name]: value });
  const artifacts = [...new Map(schedules.map(({ artifactId, artifactTitle }) => [artifactId, artifactTitle]))];
  return (
    <div className="run-filters">
      <Field label="Artifact">
        {(control) => (
          <select {...control} className="input" value={filter.artifactId ?? ""} onChange={(event) => set("artifactId", event.target.value)}>
            <option value="">All</option>
            {artifacts.map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="How it went">
        {(control) => (
          <select {...control} className="input" value={filter.state ?? ""} onChange={(event) => set("state", event.target.value)}>
            <option value="">Any way</option>
            {states.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Started">
        {(control) => (
          <select {...control} className="input" value={filter.trigger ?? ""} onChange={(event) => set("trigger", event.target.value)}>
            <option value="">Any way</option>
            {Object.entries(triggers).map(([value, words]) => (
              <option key={value} value={value}>
                {words.charAt(0).toUpperCase() + words.slice(1)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="From">
        {(control) => <input {...control} className="input" type="date" value={dayOf(filter.from)} onChange={(event) => set("from", instantOf(event.target.value, false))} />}
      </Field>
      <Field label="Until">
        {(control) => <input {...control} className="input" type="date" value={dayOf(filter.to)} onChange={(event) => set("to", instantOf(event.target.value, true))} />}
      </Field>
    </div>
  );
}
