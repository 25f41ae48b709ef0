import { isObject, type ToolResult } from "../../protocol.ts";

/** The rows that a result carries, and where they were. */
export interface Rows {
  /** For people: `deals`, `data.items`, `table`; empty if the result itself is the list. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly Record<string, unknown>[];
}

interface Candidate {
  path: string;
  rows: readonly Record<string, unknown>[];
}

const deepest = 6;
const mostColumns = 60;

function asRows(list: readonly unknown[]): readonly Record<string, unknown>[] | undefined {
  if (list.length === 0) return undefined;
  if (list.every(isObject)) return list;
  if (list.every((item) => !isObject(item) && !Array.isArray(item))) return list.map((value) => ({ value }));
  return undefined;
}

function* lists(value: unknown, path: string, depth: number): Generator<Candidate> {
  if (Array.isArray(value)) {
    const rows = asRows(value);
    if (rows !== undefined) yield { path, rows };
    return;
  }
  if (!isObject(value) || depth === deepest) return;
  for (const [key, member] of Object.entries(value)) yield* lists(member, path === "" ? key : `${path}.${key}`, depth + 1);
}

/** A list of records is more of a table than a list of words, and a longer one more than a shorter one. */
function weight({ rows, path }: Candidate): number {
  const columns = Object.keys(rows[0] ?? {}).length;
  return rows.length * Math.min(columns, 4) - path.split(".").length;
}

function columnsOf(rows: readonly Record<string, unknown>[]): string[] {
  const columns = new Set<string>();
  for (const row of rows.slice(0, 200)) for (const key of Object.keys(row)) columns.add(key);
  return [...columns].slice(0, mostColumns);
}

/** Every list in a JSON value, the one most like a table first. */
export function listsIn(value: unknown): Rows[] {
  const found = [...lists(value, "", 0)].sort((a, b) => weight(b) - weight(a));
  return found.map(({ path, rows }) => ({ path, columns: columnsOf(rows), rows }));
}

/** The rows inside any JSON value, or undefined if there is no list in it. */
export function rowsIn(value: unknown): Rows | undefined {
  const candidates = [...lists(value, "", 0)];
  const best = candidates.sort((a, b) => weight(b) - weight(a))[0];
  return best === undefined ? undefined : { path: best.path, columns: columnsOf(best.rows), rows: best.rows };
}

function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

const divider = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** The first table of a markdown text. */
export function markdownRows(text: string): Rows | undefined {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line, index) => index > 0 && divider.test(line) && (lines[index - 1] ?? "").includes("|"));
  if (at < 1) return undefined;
  const columns = cells(lines[at - 1] ?? "");
  const rows: Record<string, unknown>[] = [];
  for (const line of lines.slice(at + 1)) {
    if (!line.includes("|")) break;
    const values = cells(line);
    rows.push(Object.fromEntries(columns.map((column, index) => [column, values[index] ?? ""])));
  }
  return rows.length === 0 ? undefined : { path: "table", columns, rows };
}

function texts(result: ToolResult): string[] {
  const parts = Array.isArray(result.content) ? (result.content as unknown[]) : [];
  return parts.flatMap((part) => (isObject(part) && typeof part.text === "string" ? [part.text] : []));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The JSON that a result carries: its structured content, or its text where that is JSON. */
export function valueOf(result: ToolResult): unknown {
  return result.structuredContent ?? parsed(texts(result).join(""));
}

/** Where the rows of a result are: in its structured content, in JSON inside its text, or in a markdown table. */
export function findRows(result: ToolResult | null): Rows | undefined {
  if (result === null || result.isError === true) return undefined;
  const structured = rowsIn(result.structuredContent);
  if (structured !== undefined) return structured;
  const parts = texts(result);
  const values = [parts.join(""), ...parts].map(parsed).filter((value) => value !== undefined);
  for (const value of values) {
    const found = rowsIn(value);
    if (found !== undefined) return found;
  }
  return markdownRows(parts.join("\n"));
}

/** What a row itself has under a name; what every object inherits is no data. */
export function valueAt(row: Readonly<Record<string, unknown>>, column: string): unknown {
  return Object.hasOwn(row, column) ? row[column] : undefined;
}

/** A cell as text: what is nested becomes JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return JSON.stringify(value);
}
