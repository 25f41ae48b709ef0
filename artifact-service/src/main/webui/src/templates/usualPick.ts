import { server } from "../api/server.ts";
import { isGood, usable, type Picked } from "../fromdata/picked.ts";
import type { PageSource } from "../fromdata/spec.ts";
import { splitName } from "../host/names.ts";

/** Reads a source as the template has it, where this workspace has such a connector; null where it has not, or it gave nothing. */
export async function usualPick(source: PageSource, signal: AbortSignal): Promise<Picked | null> {
  const connector = (await server.connectors()).find(({ name, state }) => name === source.connector && state === "connected");
  if (connector === undefined) return null;
  const wanted = splitName(source.tool).tool;
  const tool = (await server.tools(connector.id)).find((one) => one.name === wanted && usable(one));
  if (tool === undefined) return null;
  const finding = await server.probe(connector.id, { tool: tool.name, arguments: source.arguments }, signal);
  return isGood(finding) ? { connector, tool, arguments: source.arguments, finding } : null;
}
