import { cellText } from "../data/rows.ts";
import { isObject, type JsonObject } from "../../protocol.ts";
import type { Candidate, ProposedCall, RelativeValue, ReviewedCall } from "./types.ts";

/** What the owner chose. */
export interface Choices {
  /** For each value that may be relative: an expression, or null for "always this". */
  readonly meant: Readonly<Record<string, string | null>>;
  /** Whether a call is made, by its key; where nothing was chosen, what the page asks for now is. */
  readonly made: Readonly<Record<string, boolean>>;
}

export const noChoices: Choices = { meant: {}, made: {} };

const nameOf = (key: string, path: string) => `${key} ${path}`;

/** What applies to a value: the owner's choice as long as it is on offer, else what was proposed. */
export function chosenFor(choices: Choices, key: string, { path, chosen, candidates }: RelativeValue): string | null {
  const own = choices.meant[nameOf(key, path)];
  if (own === undefined) return chosen;
  return own === null || candidates.some(({ expression }) => expression === own) ? own : chosen;
}

export function choose(choices: Choices, key: string, path: string, expression: string | null): Choices {
  return { ...choices, meant: { ...choices.meant, [nameOf(key, path)]: expression } };
}

export function take(choices: Choices, key: string, made: boolean): Choices {
  return { ...choices, made: { ...choices.made, [key]: made } };
}

/** What is ticked: the owner's choice, else what the page asks for now. */
export function madeOf<Call extends Pick<ProposedCall, "key" | "current">>(calls: readonly Call[], { made }: Choices): Call[] {
  return calls.filter(({ key, current }) => made[key] ?? current);
}

/** What was on screen when the owner agreed, as the server takes it. */
export function reviewed(calls: readonly Pick<ProposedCall, "key" | "relative">[], choices: Choices): ReviewedCall[] {
  return calls.map(({ key, relative }) => ({
    key,
    relative: relative.map((value) => ({ path: value.path, expression: chosenFor(choices, key, value) })),
  }));
}

/** `First day of this month (now 2026-11-01)`. */
export function candidateInWords({ words, today }: Candidate): string {
  const value = cellText(today);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${value === "" ? "" : ` (now ${value})`}`;
}

/** The last name on a path, as `$.filter.from` and `/filter/from` have it. */
export function lastName(path: string): string {
  return path.split(/[./[\]]+/).filter((name) => name !== "" && name !== "$").at(-1) ?? path;
}

/** The arguments that stay as they are, in one line. */
export function fixedInWords(args: JsonObject, relative: readonly Pick<RelativeValue, "path">[]): string {
  const moving = new Set(relative.map(({ path }) => path.replace(/^[$./]+/, "")));
  const fixed = Object.entries(args).filter(([name]) => !moving.has(name));
  return fixed.map(([name, value]) => `${name}: ${shortly(value)}`).join(", ");
}

function shortly(value: unknown): string {
  const text = Array.isArray(value) && value.every((item) => !isObject(item) && !Array.isArray(item)) ? value.map(cellText).join(" / ") : cellText(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
