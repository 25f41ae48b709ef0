import type { Drift } from "../api/types.ts";
import type { ToolResult } from "../../protocol.ts";
import { infer, listsOf } from "../fromdata/infer.ts";
import { at } from "../fromdata/profile.ts";
import { rebound } from "../fromdata/edits.ts";
import type { PageField, PageSpec } from "../fromdata/spec.ts";
import { splitName } from "../host/names.ts";
import { bestNames } from "./likely.ts";
import { inRows } from "./renames.ts";

/** What a page needs, what its data has, and how they probably belong together. */
export interface Fit {
  readonly rows: string | null;
  /** Fields of the page that the data does not have under their name. */
  readonly missing: readonly PageField[];
  /** What the data has that the page does not use yet. */
  readonly free: readonly PageField[];
  readonly guesses: ReadonlyMap<string, string>;
}

const kinds: Record<string, string> = { money: "number", number: "number", percent: "number", date: "time", moment: "time", month: "time" };
const kindOf = ({ format }: PageField) => kinds[format] ?? "text";

function told(drift: readonly Drift[], tool: string, rows: string): Map<string, string> {
  const changes = drift.filter((one) => one.tool === tool).flatMap((one) => one.changes);
  return new Map(
    changes.flatMap(({ kind, path, is }) => {
      const [was, now] = [inRows(path, rows), is == null ? undefined : inRows(is, rows)];
      return kind === "renamed" && was !== undefined && now !== undefined ? [[was, now] as const] : [];
    }),
  );
}

/** Looks at data with a page's eyes. */
export function fitOf(spec: PageSpec, result: ToolResult, drift: readonly Drift[]): Fit {
  const source = spec.sources.rows;
  const { server: slug, tool } = splitName(source.tool);
  const lists = listsOf(result);
  const same = source.rows !== null && lists.some(({ path, rows }) => path === source.rows && (rows.length > 0 || lists.length === 1));
  const path = source.rows === null || same ? source.rows : (lists[0]?.path ?? source.rows);
  const drawn = infer({ connector: source.connector, slug, tool, arguments: source.arguments, result }, path ?? undefined);
  const now = drawn.sources.rows.fields;
  const rows = lists.find((list) => list.path === path)?.rows ?? [];
  const there = (field: PageField) => now.some(({ path: one }) => one === field.path) || rows.some((row) => at(row, field.path) !== undefined);
  const empty = rows.length === 0 && now.length === 0;
  const missing = empty ? [] : source.fields.filter((field) => !there(field));
  const free = now.filter(({ path: one }) => !source.fields.some((field) => field.path === one));
  const renamed = told(drift, tool, path ?? "");
  const fits = (key: string, name: string) => {
    const [one, other] = [missing.find((field) => field.key === key), free.find((field) => field.path === name)];
    return one === undefined || other === undefined || kindOf(one) === kindOf(other);
  };
  const likely = bestNames(missing.map(({ key, path: was, label }) => ({ key, name: was === "" ? label : was })), free.map((field) => field.path), fits);
  const guesses = new Map([...likely, ...missing.flatMap(({ key, path: was }) => (renamed.has(was) ? [[key, renamed.get(was) ?? ""] as const] : []))]);
  return { rows: path, missing, free, guesses };
}

/** The page on the data as it is: missing fields under their new names, new ones at the end, not shown. */
export function rebuilt(spec: PageSpec, fit: Fit, chosen: ReadonlyMap<string, string>): PageSpec {
  const paths = new Map(fit.missing.map(({ key }) => [key, chosen.get(key) ?? ""]));
  const used = new Set(paths.values());
  const bound = rebound(spec, paths, fit.rows);
  const added = fit.free.filter(({ path }) => !used.has(path)).map((field) => ({ ...field, shown: false, key: bound.sources.rows.fields.some(({ key }) => key === field.key) ? `${field.key} (new)` : field.key }));
  return { ...bound, sources: { rows: { ...bound.sources.rows, fields: [...bound.sources.rows.fields, ...added] } } };
}
