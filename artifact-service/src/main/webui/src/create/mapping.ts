import type { WantedTool, PageNeeds, ToolChoice } from "../api/types.ts";
import type { Connector } from "../connectors/types.ts";
import { splitName } from "../host/names.ts";
import type { PageFacts } from "./readPage.ts";

/** The tools that a page asks for under one prefix, and where they could be found. */
export interface Asked {
  readonly server: string;
  readonly tools: readonly WantedTool[];
  /** Connectors that have at least one of them, the one with most first. */
  readonly offers: readonly { readonly id: string; readonly name: string; readonly has: number }[];
  /** The connector that is meant, as far as can be guessed. */
  readonly guess: string | undefined;
}

function offersOf(tools: readonly WantedTool[]): Asked["offers"] {
  const found = new Map<string, { id: string; name: string; has: number }>();
  for (const { candidates, guess } of tools) {
    const targets = guess == null ? candidates : [guess, ...candidates.filter(({ connectorId }) => connectorId !== guess.connectorId)];
    for (const { connectorId: id, connectorName: name } of targets) {
      found.set(id, { id, name, has: (found.get(id)?.has ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.has - a.has);
}

function guessOf(tools: readonly WantedTool[]): string | undefined {
  const votes = new Map<string, number>();
  for (const { guess } of tools) if (guess != null) votes.set(guess.connectorId, (votes.get(guess.connectorId) ?? 0) + 1);
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** A page's tools by the prefix under which it calls them: a prefix stands for one connector. */
export function askedOf(needs: Pick<PageNeeds, "tools">): Asked[] {
  const groups = new Map<string, WantedTool[]>();
  for (const tool of needs.tools) {
    const { server } = splitName(tool.name);
    groups.set(server, [...(groups.get(server) ?? []), tool]);
  }
  return [...groups].map(([server, tools]) => ({ server, tools, offers: offersOf(tools), guess: guessOf(tools) }));
}

/** The tools that the connector chosen for their prefix does not have, as far as is known. */
export function missing({ tools, offers }: Asked, connectorId: string | undefined): readonly WantedTool[] {
  const usable = tools.filter(({ flagged }) => flagged == null);
  if (connectorId === undefined) return usable;
  if (!offers.some(({ id }) => id === connectorId)) return usable;
  return usable.filter(({ guess, candidates }) => guess?.connectorId !== connectorId && !candidates.some((target) => target.connectorId === connectorId));
}

/** What the person has confirmed, as the server wants it. */
export function choicesOf(asked: readonly Asked[], chosen: ReadonlyMap<string, string | undefined>): ToolChoice[] {
  return asked.flatMap(({ server, tools, guess }) => {
    const connectorId = chosen.has(server) ? chosen.get(server) : guess;
    if (connectorId === undefined) return [];
    return tools
      .filter(({ flagged }) => flagged == null)
      .map(({ name, guess: own, candidates }) => {
        const target = [own, ...candidates].find((candidate) => candidate?.connectorId === connectorId);
        return { name, connectorId, ...(target == null ? {} : { tool: target.tool }) };
      });
  });
}

/** Without the server's look at it: what the page itself says. */
export function needsFrom(facts: PageFacts): PageNeeds {
  return { title: facts.title, description: facts.description, tools: facts.tools.map(({ name, tool }) => ({ name, tool, candidates: [] })), libraries: [], leftOut: [] };
}

/** All connectors to choose from: those that have the tools first. */
export function choiceList({ offers }: Asked, connectors: readonly Connector[]): { id: string; name: string; note: string }[] {
  const offered = offers.map(({ id, name, has }) => ({ id, name, note: has === 1 ? "has 1 of them" : `has ${has} of them` }));
  const others = connectors.filter(({ id }) => !offers.some((offer) => offer.id === id)).map(({ id, name }) => ({ id, name, note: "" }));
  return [...offered, ...others];
}
