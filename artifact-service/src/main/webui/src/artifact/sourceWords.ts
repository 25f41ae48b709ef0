import { ageOf, momentOf } from "../host/ages.ts";
import type { SourceFreshness } from "../host/freshness.ts";

/** What stands beside a source's dot in the bar: its age, or what is wrong. */
export function shortState(source: SourceFreshness, now: number): string {
  if (source.state === "failing") return needsSignIn(source) ? "sign in" : "failing";
  if (source.storedAt === null) return source.pending ? "loading" : "";
  return ageOf(source.storedAt, now);
}

export function needsSignIn(source: SourceFreshness): boolean {
  return source.code === "needs_reauth" || source.code === "server_not_connected";
}

/** The same as a sentence. */
export function longState(source: SourceFreshness, now: number): string {
  const from = source.storedAt === null ? undefined : momentOf(source.storedAt, now);
  switch (source.state) {
    case "idle":
    case "waiting":
      return "Being asked";
    case "fresh":
      return from === undefined ? "Fresh" : `Fresh, from ${from}`;
    case "old":
      return from === undefined ? "Old" : `Old, from ${from}`;
    case "failing":
      return source.reason ?? "Does not answer";
  }
}

const order = { failing: 0, old: 1, waiting: 2, idle: 3, fresh: 4 } as const;

/** The worst of them, for the one dot that a phone has room for. */
export function worstOf(sources: readonly SourceFreshness[]): SourceFreshness | undefined {
  return [...sources].sort((a, b) => order[a.state] - order[b.state] || (a.storedAt ?? 0) - (b.storedAt ?? 0))[0];
}
