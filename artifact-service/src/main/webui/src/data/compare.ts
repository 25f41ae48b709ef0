import { canonical } from "../host/canonical.ts";
import type { Json } from "../../protocol.ts";
import type { Rows } from "./rows.ts";

export interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Difference {
  readonly added: number;
  readonly gone: number;
  readonly changes: readonly CellChange[];
}

const likelyKeys = /^(id|_id|uuid|key|code|number|no|.*[_-]?id|.*Id|invoice|name|title|month|date|day|account)$/;

/** A column whose values tell the rows apart, on both sides. */
function keyColumn(before: Rows, after: Rows): string | undefined {
  const shared = before.columns.filter((column) => after.columns.includes(column));
  const unique = (rows: Rows, column: string) =>
    new Set(rows.rows.map((row) => canonical(row[column] as Json))).size === rows.rows.length;
  const candidates = shared.filter((column) => unique(before, column) && unique(after, column));
  return candidates.find((column) => likelyKeys.test(column)) ?? candidates[0];
}

function byKey(rows: Rows, key: string | undefined): Map<string, Record<string, unknown>> {
  return new Map(rows.rows.map((row, index) => [key === undefined ? `row ${index + 1}` : String(row[key]), row]));
}

/** What is different between two answers to the same call, row by row. */
export function compareRows(before: Rows, after: Rows): Difference {
  const key = keyColumn(before, after);
  const old = byKey(before, key);
  const now = byKey(after, key);
  const columns = [...new Set([...before.columns, ...after.columns])];
  const changes: CellChange[] = [];
  for (const [name, row] of now) {
    const was = old.get(name);
    if (was === undefined) continue;
    for (const column of columns) {
      if (canonical(was[column] as Json) === canonical(row[column] as Json)) continue;
      changes.push({ row: name, column, before: was[column], after: row[column] });
    }
  }
  return {
    added: [...now.keys()].filter((name) => !old.has(name)).length,
    gone: [...old.keys()].filter((name) => !now.has(name)).length,
    changes,
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The difference in a sentence. */
export function inSentence({ added, gone, changes }: Difference): string {
  const rows = new Set(changes.map(({ row }) => row)).size;
  const parts = [
    ...(rows > 0 ? [`${counted(rows, "row has", "rows have")} changed`] : []),
    ...(added > 0 ? [`${counted(added, "row is", "rows are")} new`] : []),
    ...(gone > 0 ? [`${counted(gone, "row is", "rows are")} gone`] : []),
  ];
  return parts.length === 0 ? "The source says the same." : `${parts.join(", ")}.`;
}
