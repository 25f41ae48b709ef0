import { agoOf, momentOf } from "../host/ages.ts";
import type { Delegation } from "./types.ts";

/** When it was given, last used, and how long it lasts. */
export function factsOf({ givenAt, lastUsedAt, expiresAt, calls }: Delegation, now: number): string {
  const parts = [
    calls.length === 1 ? "1 call" : `${calls.length} calls`,
    `given ${agoOf(Date.parse(givenAt), now)}`,
    lastUsedAt == null ? "not used yet" : `last used ${agoOf(Date.parse(lastUsedAt), now)}`,
    expiresAt == null ? "until you take it back" : hasEnded({ expiresAt }, now) ? `ended ${agoOf(Date.parse(expiresAt), now)}` : `until ${momentOf(Date.parse(expiresAt), now)}`,
  ];
  return parts.join(" · ");
}

export function hasEnded({ expiresAt }: Pick<Delegation, "expiresAt">, now: number): boolean {
  return expiresAt != null && Date.parse(expiresAt) <= now;
}
