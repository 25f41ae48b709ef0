import { isObject, type Json } from "../protocol.ts";

/** A field that a source calls otherwise than the page does: paths as the drift report names them. */
interface Rename {
  readonly was: string;
  readonly is: string;
}

/** As far as both runtimes' results are alike. */
interface Delivered {
  content?: unknown;
  structuredContent?: unknown;
  payload?: unknown;
  isError?: unknown;
}

/** A name, or null for every item of a list. */
type Step = string | null;

/** `deals[].owner["full name"]` step by step. */
export function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\[\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g)].map(([whole, quoted, plain]) => (whole === "[]" ? null : (plain ?? (quoted ?? "").replace(/\\(.)/g, "$1"))));
}

function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function keep(value: Record<string, unknown>, [first, ...rest]: readonly string[], found: unknown): void {
  if (first === undefined || (rest.length === 0 && Object.hasOwn(value, first))) return;
  if (rest.length === 0) {
    Object.defineProperty(value, first, { value: found, configurable: true, enumerable: true, writable: true });
    return;
  }
  const inner = own(value, first) ?? keepEmpty(value, first);
  if (isObject(inner)) keep(inner, rest, found);
}

function keepEmpty(value: Record<string, unknown>, name: string): unknown {
  Object.defineProperty(value, name, { value: {}, configurable: true, enumerable: true, writable: true });
  return value[name];
}

const plain = (steps: readonly Step[]): steps is readonly string[] => !steps.includes(null);

/** Gives what stands at `is` its old name beside the new one. */
function alias(value: unknown, was: readonly Step[], is: readonly Step[]): void {
  const [from, to] = [is[0], was[0]];
  if (from === undefined || to === undefined) return;
  if (from === to) {
    const [wasRest, isRest] = [was.slice(1), is.slice(1)];
    if (from !== null) alias(own(value, from), wasRest, isRest);
    else if (Array.isArray(value)) for (const item of value as unknown[]) alias(item, wasRest, isRest);
    return;
  }
  if (!isObject(value) || !plain(was) || !plain(is)) return;
  const found = is.reduce<unknown>(own, value);
  if (found !== undefined) keep(value, was, found);
}

/** A list that was renamed is there under its old name, too; what was renamed inside it is looked for there. */
function onOldLists(path: string, before: readonly Rename[]): string {
  const list = before.find(({ is }) => path.startsWith(`${is}[`) || path.startsWith(`${is}.`));
  return list === undefined ? path : list.was + path.slice(list.is.length);
}

function renamesIn(document: Document): Map<string, Rename[]> {
  const found = new Map<string, Rename[]>();
  try {
    const given: unknown = JSON.parse(document.getElementById("live-renames")?.textContent ?? "{}");
    for (const [tool, list] of Object.entries(isObject(given) ? given : {})) {
      const renames = (Array.isArray(list) ? (list as unknown[]) : []).filter((one): one is Rename => isObject(one) && typeof one.was === "string" && typeof one.is === "string");
      found.set(tool, renames.sort((a, b) => a.was.length - b.was.length));
    }
  } catch {
    // A block that cannot be read renames nothing; the page's data panel shows the data as it is.
  }
  return found;
}

/**
 * The names that a page knows its data by, after the source has changed them: written into the page as
 * `<script type="application/json" id="live-renames">{"mcp__crm__list_deals": [{"was": "deals[].closeDate", "is": "deals[].closingOn"}]}</script>`.
 * Results of all other pages pass untouched.
 */
export class Renames {
  #known: Map<string, Rename[]> | undefined;

  constructor(private readonly document: Document) {}

  /** The result of a call, with the old names beside the new ones. `tool` may be the tool's own name alone. */
  apply<R extends Delivered>(tool: string, result: R): R {
    const renames = this.#of(tool);
    if (renames.length === 0 || result.isError === true) return result;
    this.#all(result.structuredContent, renames);
    this.#all(result.payload, renames);
    for (const part of Array.isArray(result.content) ? (result.content as unknown[]) : []) this.#text(part, renames);
    return result;
  }

  #of(tool: string): Rename[] {
    // A page whose block comes after its first call is still being read.
    if (this.document.readyState !== "loading") this.#known ??= renamesIn(this.document);
    const known = this.#known ?? renamesIn(this.document);
    return known.get(tool) ?? [...known].find(([name]) => name.endsWith(`__${tool}`))?.[1] ?? [];
  }

  #all(value: unknown, renames: readonly Rename[]): void {
    renames.forEach(({ was, is }, at) => alias(value, stepsOf(was), stepsOf(onOldLists(is, renames.slice(0, at)))));
  }

  #text(part: unknown, renames: readonly Rename[]): void {
    if (!isObject(part) || typeof part.text !== "string" || !/^\s*[[{]/.test(part.text)) return;
    try {
      const value = JSON.parse(part.text) as Json;
      this.#all(value, renames);
      part.text = JSON.stringify(value);
    } catch {
      // Text that is no JSON has no fields.
    }
  }
}
