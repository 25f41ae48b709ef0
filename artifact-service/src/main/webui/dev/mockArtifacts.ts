import { randomUUID } from "node:crypto";
import { forgetAnswers, call } from "./mockCalls.ts";
import { connectors } from "./mockConnectors.ts";
import { Refused, type Route } from "./mockRoutes.ts";
import { ticketOf } from "./mockSandbox.ts";
import { ada, ago, artifacts, create, found, now, page, toolsOf, type MockArtifact } from "./mockStore.ts";
import { switches, tell } from "./mockSwitches.ts";
import { toolSets } from "./mockTools.ts";

const card = (artifact: MockArtifact) => ({
  id: artifact.id, title: artifact.title, description: artifact.description, owner: artifact.owner, role: artifact.role, version: artifact.version, updatedAt: artifact.updatedAt,
  connectors: connectors.filter((connector) => artifact.tools.some((tool) => tool.connectorId === connector.id)).map(({ id, slug, name }) => ({ id, slug, name })),
});

const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];

function isIn(scope: string | null, connectorId: string | null, { role, tools }: MockArtifact): boolean {
  switch (scope) {
    case "mine":
      return role === "owner";
    case "shared":
      return role !== "owner";
    case "using":
      return tools.some((tool) => tool.connectorId === connectorId);
    default:
      return true;
  }
}

/** The part of the gallery that is asked for. */
function gallery(query: URLSearchParams) {
  const words = (query.get("query") ?? "").toLowerCase();
  const cards = [...artifacts.values()]
    .filter((artifact) => isIn(query.get("scope"), query.get("connector"), artifact) && artifact.title.toLowerCase().includes(words))
    .map(card);
  const from = cards.findIndex(({ id }) => id === query.get("after")) + 1;
  return cards.slice(from, from + Number(query.get("limit") ?? 200));
}

function whole(artifact: MockArtifact) {
  return { ...card(artifact), versionCount: artifact.versions.length, tools: artifact.tools, createdAt: ago(90000), limits: {} };
}

function addVersion(artifact: MockArtifact, html: string, summary: string): { version: number } {
  artifact.version++;
  artifact.html = html;
  artifact.versions.unshift({ number: artifact.version, summary, createdAt: now(), createdBy: ada, html });
  return { version: artifact.version };
}

function restore(artifact: MockArtifact, number: string) {
  const { html } = artifact.versions.find((version) => version.number === Number(number)) ?? artifact;
  const made = addVersion(artifact, html, `Version ${number} restored`);
  tell(artifact.id, "changed", made);
  return made;
}

/** A tool of the page is bound to a connector, and granted or not. */
function decide(artifact: MockArtifact, decisions: { name: string; connectorId?: string; granted: boolean }[]) {
  for (const { name, connectorId, granted } of decisions) {
    const tool = artifact.tools.find((candidate) => candidate.name === name);
    if (tool === undefined) continue;
    const connector = connectors.find(({ id }) => id === connectorId);
    if (connector !== undefined) Object.assign(tool, { connectorId: connector.id, connectorName: connector.name });
    tool.state = granted ? "granted" : tool.connectorId === undefined ? "unmapped" : "requested";
  }
  return artifact.tools;
}

function keep(artifact: MockArtifact, set: object, remove: string[]) {
  Object.assign(artifact.storage, set);
  for (const key of remove) Reflect.deleteProperty(artifact.storage, key);
  artifact.revision++;
  tell(artifact.id, "storage", { revision: artifact.revision });
  return { revision: artifact.revision };
}

function confirm(artifact: MockArtifact, name: string) {
  artifact.confirmations.push({ name, tool: name.split("__").at(-1) ?? "", since: now() });
  return artifact.confirmations;
}

/** What an imported page asks for, and which connectors have it. */
function inspected(html: string) {
  const tools = toolsOf(html).map(({ name, tool }) => {
    const candidates = connectors
      .filter(({ slug }) => toolSets[slug]?.some((candidate) => candidate.name === tool))
      .map((connector) => ({ connectorId: connector.id, connectorName: connector.name, tool, readOnly: true }));
    return { name, tool, candidates, guess: candidates[0] };
  });
  const leftOut = html.includes("http") ? [{ kind: "style", url: "https://fonts.googleapis.com/css2?family=Inter" }] : [];
  return { title: titleOf(html), tools, libraries: [], leftOut };
}

function calls(artifact: MockArtifact, body: Record<string, unknown>) {
  if (switches.service === "down") throw new Refused(503, "The connectors cannot be reached right now.");
  return call(artifact, body);
}

const drift = [{ connector: "Acme CRM", tool: "list_deals", changes: [{ kind: "renamed", path: "deals[].closeDate", is: "deals[].close_date" }, { kind: "gone", path: "deals[].owner" }] }];

const diff = [
  { kind: "skipped", text: "", count: 24 },
  { kind: "same", text: "<h1>Open pipeline</h1>" },
  { kind: "removed", text: '<p class="total">Total</p>' },
  { kind: "added", text: '<p class="total">Total of open deals</p>' },
  { kind: "same", text: "<table>" },
  { kind: "skipped", text: "", count: 80 },
];

async function answered(prompt: string) {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return { text: `An answer to: ${prompt}` };
}

export const artifactRoutes: Route[] = [
  ["GET /api/artifacts", (_, __, query) => gallery(query)],
  ["POST /api/artifacts", (_, { title, html }) => ({ id: create(randomUUID(), (title as string | undefined) ?? titleOf(String(html)) ?? "Untitled", "", String(html)).id })],
  ["POST /api/artifacts/import", (_, { url }) => {
    if (String(url).includes("wrong")) throw new Refused(400, "Nothing answers at this address.");
    return { html: page("pipeline"), title: "Open pipeline" };
  }],
  ["POST /api/artifacts/inspect", (_, { html }) => inspected(String(html))],
  ["GET /api/artifacts/*", ([id]) => whole(found(id))],
  ["PATCH /api/artifacts/*", ([id], body) => Object.assign(found(id), body)],
  ["DELETE /api/artifacts/*", ([id = ""]) => artifacts.delete(id)],
  ["GET /api/artifacts/*/versions", ([id]) => found(id).versions],
  ["POST /api/artifacts/*/versions", ([id], { html, summary }) => addVersion(found(id), String(html), String(summary))],
  ["GET /api/artifacts/*/versions/*", ([id]) => ({ html: found(id).html })],
  ["GET /api/artifacts/*/versions/*/diff", () => diff],
  ["POST /api/artifacts/*/versions/*/restore", ([id, number = ""]) => restore(found(id), number)],
  ["PUT /api/artifacts/*/tools", ([id], { tools }) => decide(found(id), tools as Parameters<typeof decide>[1])],
  ["POST /api/artifacts/*/tickets", ([id]) => ticketOf(found(id))],
  ["POST /api/previews", (_, { html }) => ticketOf({ ...found("away"), html: String(html), storage: {} })],
  ["POST /api/artifacts/*/calls", ([id], body) => calls(found(id), body)],
  ["GET /api/artifacts/*/storage", ([id]) => ({ revision: found(id).revision, items: found(id).storage })],
  ["PATCH /api/artifacts/*/storage", ([id], { set, remove }) => keep(found(id), (set ?? {}), (remove ?? []) as string[])],
  ["GET /api/artifacts/*/confirmations", ([id]) => found(id).confirmations],
  ["PUT /api/artifacts/*/confirmations", ([id], { name }) => confirm(found(id), String(name))],
  ["DELETE /api/artifacts/*/confirmations", ([id], { name }) => {
    const artifact = found(id);
    artifact.confirmations = artifact.confirmations.filter((kept) => kept.name !== name);
    return {};
  }],
  ["GET /api/artifacts/*/drift", ([id]) => (switches.drift === id ? drift : [])],
  ["POST /api/artifacts/*/ask", (_, { prompt }) => answered(String(prompt))],
  ["POST /__mock", (_, body) => {
    Object.assign(switches, body);
    if (body.calendar === "connected") Object.assign(connectors.find(({ id }) => id === "c-cal") ?? {}, { state: "connected" });
    if (typeof body.tell === "string") tell(body.tell, String(body.event), body.data ?? {});
    if (body.clear === true) forgetAnswers();
    return switches;
  }],
];
