import { connectors } from "./mockConnectors.ts";
import type { MockArtifact } from "./mockStore.ts";
import { switches } from "./mockSwitches.ts";
import { toolSets } from "./mockTools.ts";

const cache = new Map<string, { at: string; result: object }>();

/** The next call of every tool is made anew. */
export const forgetAnswers = () => cache.clear();

const failed = (code: string, message: string, more: object = {}) => ({ outcome: "failed", connectorId: null, connector: "", tool: "", storedAt: null, cached: false, durationMillis: 0, error: { code, message, retryable: code === "server_unavailable" }, result: { content: [{ type: "text", text: message }], isError: true }, ...more });

/** A call of a page, as connector-service answers it. */
export async function call(artifact: MockArtifact, body: Record<string, unknown>): Promise<object> {
  const name = String(body.name);
  const known = artifact.tools.find((tool) => tool.name === name && tool.state === "granted");
  const source = connectors.find((connector) => connector.id === known?.connectorId);
  const tool = source === undefined ? undefined : toolSets[source.slug]?.find((candidate) => candidate.name === known?.tool);
  if (known === undefined || source === undefined || tool === undefined) return failed("not_granted", `Tool "${name}" is not in this artifact's mcp_tools allowlist.`);
  const head = { connectorId: source.id, connector: source.name, tool: tool.name };
  if (!tool.readOnly && body.confirmed !== true && !artifact.confirmations.some((kept) => kept.name === name)) return failed("approval_required", `Tool "${tool.name}" was not allowed by the user.`, head);
  const key = name + JSON.stringify(body.args);
  const kept = cache.get(key);
  if (kept !== undefined && body.freshness !== "live" && Date.now() - Date.parse(kept.at) < 60_000) return { outcome: "fresh", ...head, storedAt: kept.at, cached: true, durationMillis: 0, error: null, result: kept.result };
  await new Promise((resolve) => setTimeout(resolve, Number(switches.delay)));
  if (source.state === "needs_sign_in") return failed("needs_reauth", `${source.name} needs you to sign in again.`, head);
  if (switches[source.slug] === "down") {
    const error = { code: "server_unavailable", message: `${source.name} does not answer.`, retryable: true };
    return kept === undefined ? failed(error.code, error.message, head) : { outcome: "stale", ...head, storedAt: kept.at, cached: true, durationMillis: 250, error, result: kept.result };
  }
  const result = tool.answer(body.args as Record<string, unknown>);
  const at = new Date().toISOString();
  if (tool.readOnly) cache.set(key, { at, result });
  return { outcome: "fresh", ...head, storedAt: at, cached: false, durationMillis: Number(switches.delay), error: null, result };
}
