import { server } from "../api/server.ts";
import { requests } from "./requests.ts";
import { grantable } from "./ToolChecklist.tsx";
import type { AskedTool, Saved } from "./types.ts";

/** Saves a page, and then carries out what its owner has ticked: saving alone grants nothing. */
export async function saveAndGrant(
  id: string,
  wish: { title?: string; overwrite?: boolean },
  tools: readonly AskedTool[],
  ticked: ReadonlySet<string>,
): Promise<Saved> {
  const saved = await requests.accept(id, wish);
  const decided = tools.filter((tool) => grantable(tool) && ticked.has(tool.name) !== tool.granted);
  if (decided.length > 0) {
    await server.decideTools(
      saved.artifactId,
      decided.map(({ name, connectorId }) => ({ name, granted: ticked.has(name), ...(connectorId === undefined ? {} : { connectorId }) })),
    );
  }
  return saved;
}
