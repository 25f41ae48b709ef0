import { momentOf } from "../host/ages.ts";
import { cellText, type Rows } from "../data/rows.ts";
import { crowding } from "./timeline.ts";
import type { ChangedRow, Changes, Row, Snapshot, SourceChange } from "./types.ts";

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function isSame({ added, removed, changed }: SourceChange): boolean {
  return added.count + removed.count + changed.count === 0;
}

/** What changed in one source, in a sentence. */
export function inSentence(change: SourceChange): string {
  const { added, removed, changed, unchanged } = change;
  if (isSame(change)) return "Nothing changed.";
  const parts = [
    ...(changed.count > 0 ? [`${counted(changed.count, "row has", "rows have")} changed`] : []),
    ...(added.count > 0 ? [`${counted(added.count, "row is", "rows are")} new`] : []),
    ...(removed.count > 0 ? [`${counted(removed.count, "row is", "rows are")} gone`] : []),
    ...(unchanged > 0 ? [`${counted(unchanged, "row is", "rows are")} the same`] : []),
  ];
  return `${parts.join(", ")}.`;
}

function preciseOf(at: number, now: number, exact: boolean): string {
  return exact ? `${momentOf(at, now)}:${String(new Date(at).getSeconds()).padStart(2, "0")}` : momentOf(at, now);
}

/** `Yesterday 7:00 → today 7:00`. */
export function spanInWords({ from, to }: Changes, now: number): string {
  const times = [from, to].map(({ takenAt }) => Date.parse(takenAt));
  const crowded = crowding(times);
  const [start, end] = times.map((at) => preciseOf(at, now, crowded(at)));
  return `${(start ?? "").charAt(0).toUpperCase()}${(start ?? "").slice(1)} → ${end ?? ""}`;
}

/** `Today 7:00, partly`; with its seconds where the minute does not tell it from another one. */
export function snapshotInWords({ takenAt, outcome }: Pick<Snapshot, "takenAt" | "outcome">, now: number, exact: boolean): string {
  const at = preciseOf(Date.parse(takenAt), now, exact);
  return `${at.charAt(0).toUpperCase()}${at.slice(1)}${outcome === "partly" ? ", partly" : ""}`;
}

const mostColumns = 8;

/** Rows as a table: what tells them apart comes first, and what does not fit is left to the page itself. */
export function tableOf(rows: readonly Row[], key: readonly string[]): Rows {
  const names = new Set([...key.filter((name) => rows.some((row) => Object.hasOwn(row, name))), ...rows.flatMap((row) => Object.keys(row))]);
  return { path: "", columns: [...names].slice(0, mostColumns), rows: [...rows] };
}

/** What a row is called: its key's values. An answer that is no list is one row without a name. */
export function rowName({ key }: Pick<ChangedRow, "key">): string {
  const values = Object.values(key);
  return values.length === 0 ? "The answer" : values.map(cellText).join(", ");
}

/** The difference of two numbers, with its sign: `+1,200`; undefined where there is none to tell. */
export function deltaOf(was: unknown, is: unknown): string | undefined {
  if (typeof was !== "number" || typeof is !== "number") return undefined;
  const delta = is - was;
  const rounded = Math.round(delta * 1e6) / 1e6;
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${Math.abs(rounded).toLocaleString("en-GB", { maximumFractionDigits: 6 })}`;
}

/** How many rows are new, gone or say something else, in all sources. */
export function changedRows({ sources }: Pick<Changes, "sources">): number {
  return sources.reduce((sum, { added, removed, changed }) => sum + added.count + removed.count + changed.count, 0);
}
