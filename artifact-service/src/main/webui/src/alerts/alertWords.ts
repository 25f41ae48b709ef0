import { ageOf } from "../host/ages.ts";
import type { DotLook } from "../ui/State.tsx";
import type { What } from "./draft.ts";
import type { Alert, Op, Sent, Source, TrialResult } from "./types.ts";

export const whats: readonly { readonly value: What; readonly label: string }[] = [
  { value: "count", label: "the number of rows" },
  { value: "sum", label: "the sum of a field" },
  { value: "average", label: "the average of a field" },
  { value: "min", label: "the smallest of a field" },
  { value: "max", label: "the largest of a field" },
  { value: "shape", label: "which fields there are" },
  { value: "connection", label: "whether it can be reached" },
];

export const ops: readonly { readonly value: Op; readonly label: string }[] = [
  { value: ">", label: "is above" },
  { value: ">=", label: "is at least" },
  { value: "<", label: "is below" },
  { value: "<=", label: "is at most" },
  { value: "=", label: "is exactly" },
  { value: "!=", label: "is other than" },
  { value: "changes", label: "changes at all" },
  { value: "changes_by", label: "changes by at least" },
];

export const filterOps = [
  { value: "=", label: "is" },
  { value: "!=", label: "is not" },
  { value: "contains", label: "contains" },
  { value: ">", label: "is above" },
  { value: ">=", label: "is at least" },
  { value: "<", label: "is below" },
  { value: "<=", label: "is at most" },
  { value: "empty", label: "is empty" },
  { value: "filled", label: "is not empty" },
] as const;

/** A source as people call it; its arguments where one tool is asked twice. */
export function sourceWords(source: Source, all: readonly Source[]): string {
  const name = `${source.connector} · ${source.tool.replaceAll("_", " ")}`;
  const twins = all.filter(({ connectorId, tool }) => connectorId === source.connectorId && tool === source.tool);
  const asked = twins.length > 1 && source.arguments !== undefined ? ` ${JSON.stringify(source.arguments)}` : "";
  const rows = source.rows === undefined ? "" : ` (${source.rows} ${source.rows === 1 ? "row" : "rows"})`;
  return `${name}${asked}${rows}`;
}

interface Standing {
  look: DotLook;
  words: string;
}

/** How an alert stands, in a few words. */
export function standingOf(alert: Alert, now: number): Standing {
  const at = (instant: string | undefined) => (instant === undefined ? "" : ageOf(Date.parse(instant), now));
  switch (alert.state) {
    case "paused":
      return { look: "idle", words: "Paused" };
    case "trouble":
      return { look: "old", words: "Cannot be checked" };
    case "firing":
      return { look: "failing", words: `Since ${at(alert.episode?.beganAt ?? alert.foundAt)}` };
    case "calm":
      return { look: "fresh", words: alert.foundAt === undefined ? "Nothing to tell" : `Nothing to tell, ${at(alert.foundAt)}` };
  }
}

const kinds: Record<Sent["kind"], string> = { mail: "Mail", webhook: "Webhook" };

/** How the last message went. */
export function sentWords({ kind, state, at, reason }: Sent, now: number): string {
  const name = kinds[kind];
  const why = reason === undefined ? "" : ` ${reason}`;
  const then = new Date(at).toLocaleString("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit" });
  switch (state) {
    case "held":
      return Date.parse(at) > now ? `${name} waits until ${then}` : `${name} is on its way`;
    case "waiting":
      return `${name} did not get through yet.${why}`;
    case "delivered":
      return `${name} sent, ${ageOf(Date.parse(at), now)}`;
    case "given_up":
      return `${name} did not arrive.${why}`;
  }
}

/** What a condition would have done with the past. */
export function trialWords(results: readonly TrialResult[]): string {
  if (results.length === 0) return "There is no refreshed data yet that it can be tried on.";
  const told = results.filter(({ fires }) => fires).length;
  const past = results.length === 1 ? "the last refresh" : `the last ${results.length} refreshes`;
  if (told === 0) return `In ${past} you would have been told nothing.`;
  return `In ${past} you would have been told ${told === 1 ? "once" : `${told} times`}.`;
}
