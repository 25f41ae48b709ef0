import { agoOf, momentOf } from "../host/ages.ts";
import type { Delegation } from "./types.ts";

/** When it was given, last used, and how long it lasts. */
export function factsOf({ connectorId, givenAt, lastUsedAt, expiresAt, calls }: Delegation, now: number): string {
  const parts = [
    ...(connectorId == null ? [] : ["shown to everyone who may open it"]),
    calls.length === 1 ? "1 call" : `${calls.length} calls`,
    `given ${agoOf(Date.parse(givenAt), now)}`,
    ...(connectorId == null ? [lastUsedAt == null ? "not used yet" : `last used ${agoOf(Date.parse(lastUsedAt), now)}`] : []),
    expiresAt == null ? "until you take it back" : hasEnded({ expiresAt }, now) ? `ended ${agoOf(Date.parse(expiresAt), now)}` : `until ${momentOf(Date.parse(expiresAt), now)}`,
  ];
  return parts.join(" · ");
}

/** Whether everybody who may open the page sees it, instead of the page being refreshed. */
export function isShown({ connectorId }: Pick<Delegation, "connectorId">): boolean {
  return connectorId != null;
}

/** What it means that it has ended, or that the page makes other calls by now; nothing if neither. */
export function troubleOf(delegation: Delegation, now: number): string | undefined {
  const shown = isShown(delegation);
  if (hasEnded(delegation, now)) {
    return shown ? "This has ended: everybody uses their own access again." : "This permission has ended: the page is not refreshed any more.";
  }
  if (!delegation.outdated) return undefined;
  return shown ? "The page makes other calls by now; those are not shown." : "The page makes other calls by now; it is refreshed with the old ones.";
}

export function hasEnded({ expiresAt }: Pick<Delegation, "expiresAt">, now: number): boolean {
  return expiresAt != null && Date.parse(expiresAt) <= now;
}
