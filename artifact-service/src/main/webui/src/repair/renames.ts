import type { Drift } from "../api/types.ts";
import { stepsOf } from "../../runtime/renames.ts";
import { isObject } from "../../protocol.ts";

export interface Rename {
  readonly was: string;
  readonly is: string;
}

export type RenameMap = Readonly<Record<string, readonly Rename[]>>;

const block = /<script type="application\/json" id="live-renames">([\s\S]*?)<\/script>\n?/;

/** The renames that a page carries already. */
export function renamesIn(html: string): RenameMap {
  try {
    const value: unknown = JSON.parse(block.exec(html)?.[1] ?? "{}");
    return isObject(value) ? (value as RenameMap) : {};
  } catch {
    return {};
  }
}

/** A page knows the oldest name; what was renamed once more leads there, too. */
function chained(before: readonly Rename[], now: readonly Rename[]): Rename[] {
  const next = new Map(now.map(({ was, is }) => [was, is]));
  const kept = before.map(({ was, is }) => ({ was, is: next.get(is) ?? is }));
  const passed = new Set(before.map(({ is }) => is));
  return [...kept, ...now.filter(({ was }) => !passed.has(was))];
}

/** The page with a map of what its data is called now: its own text stays as it is. */
export function withRenames(html: string, added: RenameMap): string {
  const before = renamesIn(html);
  const tools = [...new Set([...Object.keys(before), ...Object.keys(added)])];
  const map = Object.fromEntries(tools.map((tool) => [tool, chained(before[tool] ?? [], added[tool] ?? [])]));
  const json = JSON.stringify(map, null, 2).replaceAll("<", "\\u003c");
  const text = `<script type="application/json" id="live-renames">\n${json}\n</script>\n`;
  const bare = html.replace(block, () => "");
  const meta = /<script type="application\/json" id="cowork-artifact-meta">[\s\S]*?<\/script>\n?/.exec(bare);
  const doctype = /^\s*<!doctype[^>]*>\n?/i.exec(bare);
  const at = meta !== null ? meta.index + meta[0].length : (doctype?.[0].length ?? 0);
  return bare.slice(0, at) + text + bare.slice(at);
}

/** A field that the page may miss, and what it could be called now; the likeliest first. */
export interface Missing {
  readonly was: string;
  readonly type: string;
  readonly guess: string;
}

/** What is gone or was renamed in a tool's data, with the best guess; empty where there is none. */
export function missingIn({ changes }: Pick<Drift, "changes">): Missing[] {
  return changes.flatMap(({ kind, path, was, is }) => {
    if (kind === "renamed") return [{ was: path, type: "", guess: is ?? "" }];
    return kind === "gone" ? [{ was: path, type: was ?? "", guess: "" }] : [];
  });
}

/** The names that are new in a tool's data. */
export function freshIn({ changes }: Pick<Drift, "changes">): string[] {
  return changes.flatMap(({ kind, path, is }) => (kind === "new" ? [path] : kind === "renamed" && is != null ? [is] : []));
}

/** A path within the rows of a list: `deals[].owner.name` in `deals` is `owner.name`. */
export function inRows(path: string, rows: string): string | undefined {
  const steps = stepsOf(path);
  const above = [...(rows === "" ? [] : rows.split(".")), null];
  const inside = steps.slice(above.length);
  const matches = above.every((step, at) => steps[at] === step) && inside.every((step) => step !== null);
  return matches && inside.length > 0 ? inside.join(".") : undefined;
}
