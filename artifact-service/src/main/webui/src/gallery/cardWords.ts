import type { ArtifactCard, ConnectorMark } from "../api/types.ts";
import { ageOf } from "../host/ages.ts";
import type { DotLook } from "../ui/State.tsx";

export interface CardState {
  readonly look: DotLook;
  readonly text: string;
}

const order = { failed: 0, stale: 1, fresh: 2 } as const;

type Seen = NonNullable<ConnectorMark["freshness"]> & { name: string };

function worst(card: Pick<ArtifactCard, "connectors">): Seen | undefined {
  const seen = card.connectors.flatMap(({ name, freshness }) => (freshness == null ? [] : [{ ...freshness, name }]));
  return seen.sort((a, b) => order[a.outcome] - order[b.outcome] || (a.storedAt ?? "").localeCompare(b.storedAt ?? ""))[0];
}

/** True for what somebody else has shared and this person has not opened yet. */
export function isNew({ role, lastOpenedAt }: Pick<ArtifactCard, "role" | "lastOpenedAt">): boolean {
  return role !== "owner" && lastOpenedAt == null;
}

/** How the page's data stood when this person last saw it: the worst of its sources. Undefined if they never did. */
export function stateOf(card: Pick<ArtifactCard, "connectors">, now: number): CardState | undefined {
  const source = worst(card);
  if (source === undefined) return undefined;
  const age = source.storedAt == null ? "" : ageOf(Date.parse(source.storedAt), now);
  switch (source.outcome) {
    case "failed":
      return { look: "failing", text: `${source.name} did not answer` };
    case "stale":
      return { look: "old", text: `${source.name} ${age}`.trim() };
    case "fresh":
      return { look: "fresh", text: age };
  }
}
