import { randomUUID } from "node:crypto";
import type { Route } from "./mockRoutes.ts";
import type { MockTool } from "./mockTools.ts";

/** What the connectors' screens need of a server, in memory. */

export interface MockConnector {
  id: string;
  slug: string;
  name: string;
  endpoint: string;
  scope: string;
  signIn: string;
  state: string;
  stateReason: string | null;
  stateSince: string;
  lastSuccessAt: string | null;
  lastError?: string;
  mine: boolean;
  kind: string;
  connectionScope?: string;
  authorization?: object;
  protocolVersion?: string;
}

const now = () => new Date().toISOString();
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

export const connectors: MockConnector[] = [
  { id: "c-crm", slug: "acme-crm", name: "Acme CRM", endpoint: "https://crm.acme.test/mcp", scope: "workspace", signIn: "none", state: "connected", stateReason: null, stateSince: ago(4000), lastSuccessAt: ago(1), mine: false, kind: "mcp", protocolVersion: "2026-07-28" },
  { id: "c-erp", slug: "acme-erp", name: "Acme ERP", endpoint: "https://erp.acme.test/mcp", scope: "workspace", signIn: "oauth", state: "connected", stateReason: null, stateSince: ago(9000), lastSuccessAt: ago(34), mine: false, kind: "mcp", connectionScope: "person", authorization: { issuer: "https://signin.acme.test", registration: "dynamic", scopes: ["read"] }, protocolVersion: "2025-11-25" },
  { id: "c-cal", slug: "calendar", name: "Calendar", endpoint: "https://calendar.acme.test/mcp", scope: "personal", signIn: "oauth", state: "needs_sign_in", stateReason: "The service says: the grant was revoked by the user.", stateSince: ago(300), lastSuccessAt: ago(60 * 26), mine: true, kind: "mcp", connectionScope: "person", authorization: { issuer: "https://accounts.calendar.test", registration: "metadata", scopes: [] } },
  { id: "c-bank", slug: "bank-feed", name: "Bank feed", endpoint: "https://bank.acme.test/mcp", scope: "workspace", signIn: "bearer", state: "failing", stateReason: null, stateSince: ago(95), lastSuccessAt: ago(96), lastError: "It did not answer within 30 seconds, three times in a row.", mine: false, kind: "mcp", connectionScope: "workspace" },
  { id: "c-budget", slug: "budget", name: "Budget 2026", endpoint: "live://spreadsheet/1", scope: "personal", signIn: "none", state: "connected", stateReason: null, stateSince: ago(600), lastSuccessAt: ago(12), mine: true, kind: "spreadsheet" },
  { id: "c-sales", slug: "sales", name: "Sales database", endpoint: "live://sql/1", scope: "workspace", signIn: "bearer", state: "connected", stateReason: null, stateSince: ago(700), lastSuccessAt: ago(3), mine: false, kind: "sql", connectionScope: "workspace" },
];

const known = [
  { key: "linear", name: "Linear", endpoint: "https://mcp.linear.app/mcp", signIn: "oauth", purpose: "Issues, projects and cycles of a product team.", documentation: "https://linear.app/docs/mcp", tools: ["list_issues", "list_projects"] },
  { key: "notion", name: "Notion", endpoint: "https://mcp.notion.com/mcp", signIn: "oauth", purpose: "Pages and databases of a workspace.", documentation: "https://developers.notion.com/docs/mcp", tools: ["search"] },
  { key: "stripe", name: "Stripe", endpoint: "https://mcp.stripe.com", signIn: "bearer", purpose: "Payments, invoices, customers and balances.", documentation: "https://docs.stripe.com/mcp", tools: ["list_invoices"] },
];

const policies = new Map<string, string>();
const defaults = new Map<string, { reads: string; writes: string; unannotated: string }>();
const changes = new Map([["c-crm/move_deal", { at: ago(200), what: ["It now says that it may destroy data.", "A new required argument: reason."] }]]);

export function foundConnector(id: string | undefined): MockConnector {
  const connector = connectors.find((candidate) => candidate.id === id);
  if (connector === undefined) throw new Error("There is no such connector.");
  return connector;
}

const defaultsOf = (id: string) => defaults.get(id) ?? { reads: "allow", writes: "ask", unannotated: "writes" };

function seen(connector: MockConnector, tool: MockTool) {
  const own = policies.get(`${connector.id}/${tool.name}`);
  const { reads, writes } = defaultsOf(connector.id);
  return {
    name: tool.name, title: tool.title, description: tool.description, readOnly: tool.readOnly, inputSchema: tool.inputSchema, annotated: tool.annotated ?? true, annotations: { readOnlyHint: tool.readOnly }, schemaHash: "x",
    policy: own ?? (tool.readOnly ? reads : writes), policyFrom: own === undefined ? (defaults.has(connector.id) ? "connector" : "default") : "tool",
    lastUsedAt: tool.readOnly ? ago(tool.name.length) : null, changed: changes.get(`${connector.id}/${tool.name}`) ?? null,
  };
}

function probed(connector: MockConnector, tool: MockTool | undefined): object {
  const result = tool?.answer({}) ?? {};
  const structured = (result as { structuredContent?: Record<string, unknown> }).structuredContent;
  const [path, rows] = Object.entries(structured ?? {}).find(([, value]) => Array.isArray(value)) ?? ["", []];
  const list = rows as Record<string, unknown>[];
  const fields = Object.keys(list[0] ?? {}).map((name) => {
    const values = list.map((row) => row[name]);
    const numeric = typeof values[0] === "number";
    const sorted = [...values].sort((a, b) => (numeric ? Number(a) - Number(b) : String(a).localeCompare(String(b))));
    const looksLike = name === "id" ? "id" : /amount|balance/.test(name) ? "money" : /date|due/i.test(name) ? "date" : null;
    return { path: `${path}[].${name}`, type: numeric ? "number" : "string", types: [numeric ? "number" : "string"], examples: [...new Set(values)].slice(0, 3), nullShare: name === "owner" ? 0.04 : 0, ...(numeric || looksLike === "date" ? { min: sorted[0], max: sorted.at(-1) } : {}), looksLike };
  });
  const answer = { outcome: "fresh", connectorId: connector.id, connector: connector.name, tool: tool?.name, storedAt: now(), cached: false, durationMillis: 310, error: null, result };
  return { answer, rows: list.length === 0 ? null : { path, source: "structured", count: list.length }, fields, shapeHash: "x" };
}

function add(body: Record<string, unknown>, more: Partial<MockConnector>): MockConnector {
  const name = typeof body.name === "string" ? body.name : "Budget";
  const made: MockConnector = { id: randomUUID(), slug: name.toLowerCase(), name, endpoint: "", scope: "personal", signIn: "none", state: "connected", stateReason: null, stateSince: now(), lastSuccessAt: null, mine: true, kind: "mcp", ...body, ...more };
  connectors.push(made);
  return made;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(endpoint: string, secret: unknown): object {
  if (endpoint.includes("wrong")) return { ok: false, error: "No MCP server answers at this address: it sends a web page. The address often ends in /mcp." };
  if (/linear|notion|oauth/.test(endpoint)) return { ok: true, era: "session", protocolVersion: "2025-11-25", serverName: "Linear", signIn: "oauth", authorization: { issuer: "https://mcp.linear.app", registration: "dynamic" }, tools: [], toolCount: null };
  if (endpoint.includes("stripe") && secret === undefined) return { ok: true, era: "session", protocolVersion: "2025-06-18", serverName: "Stripe", signIn: "bearer", tools: [], toolCount: null };
  return { ok: true, era: "stateless", protocolVersion: "2026-07-28", serverName: "Everything", signIn: "none", toolCount: 9, tools: ["list_deals", "list_accounts", "search", "deal_history", "forecast", "activities", "move_deal", "add_note", "close_deal"].map((name, index) => ({ name, readOnly: index < 6 })) };
}

/** The routes about connectors. `everyTool` are the tools that any connector made here offers. */
export function connectorRoutes(toolSets: Record<string, MockTool[]>, everyTool: MockTool[]): Route[] {
  const toolsOf = (connector: MockConnector) => toolSets[connector.slug] ?? everyTool;
  return [
    ["GET /api/connectors", () => connectors],
    ["POST /api/connectors", (_, body) => add(body, { state: body.signIn === "oauth" || (body.signIn !== "none" && body.secret === undefined) ? "needs_sign_in" : "connected", ...(body.signIn === "oauth" ? { authorization: { issuer: "https://mcp.linear.app", registration: "dynamic" } } : {}) })],
    ["GET /api/connectors/catalogue", (_, __, query) => known.filter(({ name, purpose }) => `${name} ${purpose}`.toLowerCase().includes((query.get("query") ?? "").toLowerCase()))],
    ["POST /api/connectors/check", async (_, body) => { await pause(1200); return check(String(body.endpoint), body.secret); }],
    ["POST /api/connectors/spreadsheets", async (_, body) => { await pause(800); return add(body, { kind: "spreadsheet" }); }],
    ["POST /api/connectors/openapi", (_, body) => add(body, { kind: "openapi" })],
    ["POST /api/connectors/sql", (_, body) => add(body, { kind: "sql" })],
    ["GET /api/connectors/*", ([id]) => foundConnector(id)],
    ["PATCH /api/connectors/*", ([id], body) => Object.assign(foundConnector(id), body, { state: "connected", stateReason: null })],
    ["DELETE /api/connectors/*", ([id]) => { connectors.splice(connectors.indexOf(foundConnector(id)), 1); return {}; }],
    ["GET /api/connectors/*/file", () => ({ version: 3, fileName: "Budget 2026.xlsx", updatedAt: ago(60 * 30) })],
    ["PUT /api/connectors/*/file", async () => { await pause(800); return {}; }],
    ["GET /api/connectors/*/document", () => ({ documentUrl: "https://api.acme.test/openapi.json", baseUrl: "https://api.acme.test/v1", title: "Acme Orders 1.4", operations: 12, fetchedAt: ago(90) })],
    ["GET /api/connectors/*/queries", () => ({ host: "db.acme.test", port: 5432, database: "sales", user: "reader", mode: "named", mayWrite: true, queries: [{ name: "orders_by_region", description: "Amount by region", sql: "SELECT region, sum(amount) FROM orders WHERE ordered_on >= :from GROUP BY region", parameters: [{ name: "from", type: "date", required: true }] }] })],
    ["PUT /api/connectors/*/queries", (_, body) => body],
    ["PUT /api/connectors/*/client", ([id]) => { Object.assign(foundConnector(id), { authorization: { issuer: "https://x.test", registration: "configured" } }); return {}; }],
    ["PUT /api/connectors/*/connection", ([id]) => { Object.assign(foundConnector(id), { state: "connected", stateReason: null, stateSince: now() }); return {}; }],
    ["DELETE /api/connectors/*/connection", ([id]) => { Object.assign(foundConnector(id), { state: "revoked", stateReason: null, stateSince: now() }); return {}; }],
    ["GET /api/connectors/*/policy", ([id]) => defaultsOf(id ?? "")],
    ["PUT /api/connectors/*/policy", ([id], body) => { defaults.set(id ?? "", body as { reads: string; writes: string; unannotated: string }); return body; }],
    ["GET /api/connectors/*/tools", async ([id], _, query) => { if (query.has("refresh")) await pause(700); const connector = foundConnector(id); return toolsOf(connector).map((tool) => seen(connector, tool)); }],
    ["PUT /api/connectors/*/tools/*/policy", ([id, tool], body) => { if (body.policy === null) policies.delete(`${id ?? ""}/${tool ?? ""}`); else policies.set(`${id ?? ""}/${tool ?? ""}`, body.policy as string); return {}; }],
    ["POST /api/connectors/*/tools/*/seen", ([id, tool]) => { changes.delete(`${id ?? ""}/${tool ?? ""}`); return {}; }],
    ["POST /api/connectors/*/probe", async ([id], body) => { await pause(900); const connector = foundConnector(id); return probed(connector, toolsOf(connector).find((candidate) => candidate.name === body.tool)); }],
  ];
}

/** Where the browser goes to sign in, and comes back from; undefined for every other path. */
export function signInRedirect(url: URL, elsewhere: string): string | undefined {
  const id = /^\/api\/connectors\/([^/]+)\/signin$/.exec(url.pathname)?.[1];
  if (id !== undefined) return `${elsewhere}/authorize?connector=${id}`;
  if (url.pathname !== "/api/connectors/signin/callback") return undefined;
  const connector = url.searchParams.get("connector") ?? "";
  const refused = url.searchParams.get("answer") !== "yes";
  if (!refused) Object.assign(foundConnector(connector), { state: "connected", stateReason: null, stateSince: now() });
  return `/signed-in?connector=${connector}&outcome=${refused ? "refused" : "connected"}${refused ? "&message=Access%20was%20denied." : ""}`;
}

/** The service's own page on which somebody agrees or not. */
export function consentPage(url: URL, appOrigin: string): string {
  const back = `${appOrigin}/api/connectors/signin/callback?connector=${url.searchParams.get("connector") ?? ""}`;
  return `<!doctype html><meta name="viewport" content="width=device-width"><title>Sign in</title><h1>Somebody else's sign-in</h1><p><a href="${back}&answer=yes">Allow</a> <a href="${back}&answer=no">Deny</a></p>`;
}
