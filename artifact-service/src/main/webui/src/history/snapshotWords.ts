import { momentOf } from "../host/ages.ts";
import type { DotLook } from "../ui/State.tsx";
import type { Snapshot, SnapshotOutcome } from "./types.ts";

export const outcomes: Record<SnapshotOutcome, { look: DotLook; word: string }> = {
  finished: { look: "fresh", word: "all fetched" },
  partly: { look: "old", word: "partly fetched" },
  failed: { look: "failing", word: "failed" },
};

function named(names: readonly string[]): string {
  return names.length < 3 ? names.join(" and ") : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}

/** What is in it: `Acme CRM and Acme ERP · 118 rows`, and what is missing. */
export function contentOf({ calls }: Pick<Snapshot, "calls">): string {
  const sources = (failed: boolean) => [...new Set(calls.filter(({ error }) => (error != null) === failed).map(({ connector }) => connector))];
  const rows = calls.reduce((sum, call) => sum + (call.rows ?? 0), 0);
  const counted = calls.some((call) => call.rows != null);
  const missing = sources(true);
  return [
    named(sources(false)),
    counted ? (rows === 1 ? "1 row" : `${rows} rows`) : "",
    missing.length === 0 ? "" : `without ${named(missing)}`,
  ].filter((part) => part !== "").join(" · ");
}

const two = (number: number) => String(number).padStart(2, "0");

/** `7:00`, as it is read under the heading of its day; `7:00:09` where that alone tells it from another one. */
export function timeOf(at: number, exact: boolean): string {
  const date = new Date(at);
  const minutes = `${date.getHours()}:${two(date.getMinutes())}`;
  return exact ? `${minutes}:${two(date.getSeconds())}` : minutes;
}

/** The heading of a day: `Today`, `Yesterday`, `Monday`, `12 June`. */
export function dayInWords(start: number, now: number): string {
  const words = momentOf(start, now).replace(/ \d{1,2}:\d{2}$/, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
