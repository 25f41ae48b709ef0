import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Connect, Plugin } from "vite";
import { htmlOf } from "../src/fromdata/html.ts";
import type { PageSpec } from "../src/fromdata/spec.ts";
import * as acme from "./acme.ts";
import { joined } from "./joined.ts";
import { adminRoutes } from "./mockAdmin.ts";
import { alertRoutes } from "./mockAlerts.ts";
import { connectorRoutes, connectors, consentPage, foundConnector, signInRedirect } from "./mockConnectors.ts";
import { refreshRoutes } from "./mockRefresh.ts";
import { shareRoutes } from "./mockShare.ts";

/** A stand-in for the three services: good enough to look at the app and to drive it; nothing of it ships. */

const root = new URL("..", import.meta.url).pathname;
export const port = Number(process.env.MOCK_PORT ?? 5173);
const appOrigin = `http://localhost:${port}`;
const sandboxPort = port + 1;
const sandboxOrigin = `http://127.0.0.1:${sandboxPort}`;

const appPolicy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src ${sandboxOrigin}/p/; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'`;
const pagePolicy = `sandbox allow-scripts allow-forms allow-modals; default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' ${sandboxOrigin}/lib/; style-src 'unsafe-inline' ${sandboxOrigin}/lib/; img-src data: blob:; font-src data: blob:; media-src data: blob:; connect-src 'none'; worker-src blob:; form-action 'none'; base-uri 'none'; frame-ancestors ${appOrigin}`;

interface Tool {
  name: string;
  title: string;
  description: string;
  readOnly: boolean;
  annotated?: boolean;
  inputSchema: object;
  answer: (args: Record<string, unknown>) => object;
}

const structured = (value: object) => ({ content: [{ type: "text", text: JSON.stringify(value) }], structuredContent: value });
const text = (value: string) => ({ content: [{ type: "text", text: value }] });
const schema = (properties: object = {}, required: string[] = []) => ({ type: "object", properties, required });

const toolSets: Record<string, Tool[]> = {
  "acme-crm": [
    { name: "list_deals", title: "List deals", description: "Deals with stage, amount and close date.", readOnly: true, inputSchema: schema({ open: { type: "boolean", description: "Only open deals" }, stage: { type: "string", enum: ["Qualified", "Proposal", "Negotiation", "Closing"] } }), answer: () => structured({ deals: acme.deals() }) },
    { name: "move_deal", title: "Move a deal", description: "Moves a deal to another stage.", readOnly: false, inputSchema: schema({ id: { type: "string" }, stage: { type: "string" } }, ["id", "stage"]), answer: () => text("moved") },
  ],
  "acme-erp": [
    { name: "revenue_by_month", title: "Revenue by month", description: "Revenue and expenses, month by month.", readOnly: true, inputSchema: schema({ year: { type: "integer" } }, ["year"]), answer: () => text(JSON.stringify(acme.revenue())) },
    { name: "cash_position", title: "Cash position", description: "Balance of each account.", readOnly: true, inputSchema: schema(), answer: () => structured(acme.cash()) },
    { name: "open_invoices", title: "Open invoices", description: "Receivables with due date.", readOnly: true, inputSchema: schema(), answer: () => structured({ invoices: acme.invoices() }) },
  ],
  calendar: [
    { name: "week", title: "This week", description: "Meetings of this week.", readOnly: true, inputSchema: schema(), answer: () => text(acme.events()) },
  ],
};

/** One tool with every kind of argument, and one that does not say what it does. */
const probing: Tool[] = [
  {
    name: "search_orders", title: "Search orders", description: "Orders by region, time and state.\nThe newest first.", readOnly: true,
    inputSchema: schema(
      {
        region: { type: "string", title: "Region", enum: ["EMEA", "Americas", "APAC"], description: "Where the order came from" },
        from: { type: "string", format: "date", title: "From", description: "First day" },
        limit: { type: "integer", minimum: 1, maximum: 500, default: 50, description: "Most rows" },
        paid: { type: "boolean", title: "Paid" },
        tags: { type: "array", items: { type: "string" }, title: "Tags" },
        states: { type: "array", items: { enum: ["open", "shipped", "returned"] }, title: "States" },
        customer: { type: "object", title: "Customer", properties: { name: { type: "string" }, email: { type: "string", format: "email" } }, required: ["name"] },
        extra: { description: "Anything else" },
      },
      ["region", "from"],
    ),
    answer: () => structured({ deals: acme.deals() }),
  },
  { name: "sync", title: "Sync", description: "Nobody knows what this does.", readOnly: false, annotated: false, inputSchema: schema(), answer: () => text("done") },
];

const ada = { id: "ada", name: "Ada Lovelace", email: "ada@acme.test" };
const now = () => new Date().toISOString();
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

interface MockArtifact {
  id: string;
  title: string;
  description: string;
  html: string;
  owner: { id: string; name: string };
  role: "owner" | "editor" | "viewer";
  version: number;
  tools: { name: string; connectorId?: string; connectorName?: string; tool: string; readOnly: boolean; state: string }[];
  updatedAt: string;
  storage: Record<string, string>;
  confirmations: { name: string; tool: string; since: string }[];
  revision: number;
  versions: { number: number; summary: string; createdAt: string; createdBy: object; html: string }[];
}

function page(name: string): string {
  return readFileSync(join(root, "dev/pages", `${name}.html`), "utf8");
}

function toolsOf(html: string): MockArtifact["tools"] {
  const meta = /<script type="application\/json" id="cowork-artifact-meta">([\s\S]*?)<\/script>/.exec(html)?.[1];
  const names = meta === undefined ? [] : ((JSON.parse(meta) as { mcpTools?: string[] }).mcpTools ?? []);
  return names.map((name) => {
    const [, server = "", tool = ""] = name.split("__");
    const connector = connectors.find((candidate) => candidate.slug === server);
    const readOnly = toolSets[server]?.find((candidate) => candidate.name === tool)?.readOnly ?? false;
    return connector === undefined
      ? { name, tool, readOnly, state: "unmapped" }
      : { name, connectorId: connector.id, connectorName: connector.name, tool, readOnly, state: "requested" };
  });
}

const artifacts = new Map<string, MockArtifact>();

function create(id: string, title: string, description: string, html: string, more: Partial<MockArtifact> = {}): MockArtifact {
  const made: MockArtifact = {
    id, title, description, html, owner: { id: ada.id, name: ada.name }, role: "owner", version: 1, tools: toolsOf(html), updatedAt: now(),
    storage: {}, confirmations: [], revision: 0, versions: [{ number: 1, summary: "First version", createdAt: ago(9000), createdBy: ada, html }], ...more,
  };
  artifacts.set(id, made);
  return made;
}

const granted = (artifact: MockArtifact) => artifact.tools.forEach((tool) => { if (tool.connectorId !== undefined) tool.state = "granted"; });
granted(create("pipeline", "Open pipeline", "Open deals by close date, with the total on top.", page("pipeline"), { updatedAt: ago(50) }));
granted(create("cfo", "CFO dashboard", "Revenue, cash and open invoices.", page("cfo"), { updatedAt: ago(60 * 20), owner: { id: "cleo", name: "Cleo Marsh" }, role: "viewer" }));
granted(create("watching", "Week ahead", "Meetings and what to prepare.", page("watching").replace("<meta", `<script type="application/json" id="cowork-artifact-meta">{"mcpTools":["mcp__acme-crm__list_deals"]}</script><meta`), { updatedAt: ago(60 * 80) }));
create("hostile", "Budget calculator", "What-if numbers, no source needed.", page("hostile"), { updatedAt: ago(60 * 300) });
create("away", "Away", "", page("away"));
create("nested", "Nested", "", page("nested"));
create("fresh", "Projects at risk", "A new page that waits for approval.", page("cfo").replace("mcp__calendar__week\"]", "mcp__7f3e__list_projects\"]"), { updatedAt: ago(5) });

let signedIn = true;
const switches: Record<string, unknown> = { delay: 250 };
const cache = new Map<string, { at: string; result: object }>();
const tickets = new Map<string, { artifact: MockArtifact; nonce: string }>();
const streams = new Set<{ ids: string[]; response: ServerResponse }>();

export function tell(id: string, event: string, data: object): void {
  for (const stream of streams) if (stream.ids.includes(id)) stream.response.write(`event: ${event}\ndata: ${JSON.stringify({ artifactId: id, ...data })}\n\n`);
}

class Refused extends Error {
  constructor(readonly status: number, readonly detail: string) {
    super(detail);
  }
}

const failed = (code: string, message: string, more: object = {}) => ({ outcome: "failed", connectorId: null, connector: "", tool: "", storedAt: null, cached: false, durationMillis: 0, error: { code, message, retryable: code === "server_unavailable" }, result: { content: [{ type: "text", text: message }], isError: true }, ...more });

async function call(artifact: MockArtifact, body: Record<string, unknown>): Promise<object> {
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
  const at = now();
  if (tool.readOnly) cache.set(key, { at, result });
  return { outcome: "fresh", ...head, storedAt: at, cached: false, durationMillis: Number(switches.delay), error: null, result };
}

const card = (artifact: MockArtifact) => ({
  id: artifact.id, title: artifact.title, description: artifact.description, owner: artifact.owner, role: artifact.role, version: artifact.version, updatedAt: artifact.updatedAt,
  connectors: connectors.filter((connector) => artifact.tools.some((tool) => tool.connectorId === connector.id)).map(({ id, slug, name }) => ({ id, slug, name })),
});

type Handler = (parts: string[], body: Record<string, unknown>, query: URLSearchParams) => unknown;

function found(id: string | undefined): MockArtifact {
  const artifact = artifacts.get(id ?? "");
  if (artifact === undefined) throw new Refused(404, "There is no such artifact, or it is not shared with you.");
  return artifact;
}

/** The part of a list that is asked for. */
function partOf(query: URLSearchParams, cards: ReturnType<typeof card>[]) {
  const from = cards.findIndex(({ id }) => id === query.get("after")) + 1;
  return cards.slice(from, from + Number(query.get("limit") ?? 200));
}

const resources = join(root, "../resources");
const pageParts = () => {
  const part = (name: string) => readFileSync(join(resources, "pages", name), "utf8");
  return { skeleton: part("page.html"), stylesheet: part("page.css"), script: joined(resources, "pages/script/start.js"), guide: part("guide.md") };
};

function templatePage(name: string): { title: string; description: string; html: string } {
  const { title = "", description = "" } = templates.find((template) => template.name === name) ?? {};
  const path = join(resources, "templates", name);
  if (existsSync(`${path}.json`)) return { title, description, html: htmlOf(JSON.parse(readFileSync(`${path}.json`, "utf8")) as PageSpec, pageParts()) };
  return { title, description, html: readFileSync(`${path}.html`, "utf8").replace("{{script}}", () => joined(resources, `templates/scripts/${name}.js`)) };
}

const templates = [
  { name: "open-pipeline", title: "Open pipeline", description: "Deals by close date, total on top, stage filter.", connectors: ["Acme CRM"], bindable: true },
  { name: "cfo-dashboard", title: "CFO dashboard", description: "Cash, revenue, open invoices.", connectors: ["Acme ERP"], bindable: true },
  { name: "invoices-by-age", title: "Invoices by age", description: "Open invoices by how long they are overdue.", connectors: ["Acme ERP"], bindable: true },
];

const routes: [string, Handler][] = [
  ["GET /api/me", () => ({ ...ada, admin: true, workspace: "Acme" })],
  ["GET /api/artifacts", (_, __, query) => partOf(query, [...artifacts.values()].filter((artifact) => query.get("scope") !== "using" || artifact.tools.some((tool) => tool.connectorId === query.get("connector"))).filter((artifact) => (query.get("scope") === "mine" ? artifact.role === "owner" : query.get("scope") === "shared" ? artifact.role !== "owner" : true)).filter((artifact) => artifact.title.toLowerCase().includes((query.get("query") ?? "").toLowerCase())).map(card))],
  ["POST /api/artifacts", (_, body) => { const html = String(body.html); return { id: create(randomUUID(), (body.title as string | undefined) ?? /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "Untitled", "", html).id }; }],
  ["GET /api/templates", () => templates],
  ["GET /api/templates/*", ([name]) => templatePage(name ?? "")],
  ["POST /api/templates/*", ([name]) => ({ id: create(randomUUID(), templates.find((template) => template.name === name)?.title ?? "", "", page(name === "cfo-dashboard" ? "cfo" : "pipeline")).id })],
  ["GET /api/artifacts/*", ([id]) => { const artifact = found(id); return { ...card(artifact), versionCount: artifact.versions.length, tools: artifact.tools, createdAt: ago(90000), limits: {} }; }],
  ["PATCH /api/artifacts/*", ([id], body) => { Object.assign(found(id), body); return {}; }],
  ["DELETE /api/artifacts/*", ([id]) => { artifacts.delete(id ?? ""); return {}; }],
  ["GET /api/artifacts/*/versions/*", ([id]) => ({ html: found(id).html })],
  ["POST /api/artifacts/*/versions", ([id], body) => { const artifact = found(id); artifact.version++; artifact.html = String(body.html); artifact.versions.unshift({ number: artifact.version, summary: String(body.summary), createdAt: now(), createdBy: ada, html: artifact.html }); return { version: artifact.version }; }],
  ["GET /api/artifacts/*/versions", ([id]) => found(id).versions],
  ["POST /api/artifacts/*/versions/*/restore", ([id, number]) => { const artifact = found(id); artifact.version++; artifact.versions.unshift({ number: artifact.version, summary: `Version ${number ?? ""} restored`, createdAt: now(), createdBy: ada, html: artifact.html }); tell(artifact.id, "changed", { version: artifact.version }); return {}; }],
  ["PUT /api/artifacts/*/tools", ([id], body) => { const artifact = found(id); for (const decision of body.tools as { name: string; connectorId?: string; granted: boolean }[]) { const tool = artifact.tools.find((candidate) => candidate.name === decision.name); if (tool === undefined) continue; const connector = connectors.find((candidate) => candidate.id === decision.connectorId); if (connector !== undefined) Object.assign(tool, { connectorId: connector.id, connectorName: connector.name }); tool.state = decision.granted ? "granted" : tool.connectorId === undefined ? "unmapped" : "requested"; } return artifact.tools; }],
  ["GET /api/pages/parts", pageParts],
  ["POST /api/previews", (_, body) => { const ticket = randomUUID(); const nonce = randomUUID(); tickets.set(ticket, { artifact: { ...found("away"), html: String(body.html), storage: {} }, nonce }); return { url: `${sandboxOrigin}/p/${ticket}`, nonce }; }],
  ["POST /api/artifacts/*/tickets", ([id]) => { const artifact = found(id); const ticket = randomUUID(); const nonce = randomUUID(); tickets.set(ticket, { artifact, nonce }); return { url: `${sandboxOrigin}/p/${ticket}`, nonce }; }],
  ["POST /api/artifacts/*/calls", ([id], body) => { if (switches.service === "down") throw new Refused(503, "The connectors cannot be reached right now."); return call(found(id), body); }],
  ["GET /api/artifacts/*/storage", ([id]) => { const { revision, storage } = found(id); return { revision, items: storage }; }],
  ["PATCH /api/artifacts/*/storage", ([id], body) => { const artifact = found(id); Object.assign(artifact.storage, body.set); for (const key of (body.remove ?? []) as string[]) Reflect.deleteProperty(artifact.storage, key); artifact.revision++; tell(artifact.id, "storage", { revision: artifact.revision }); return { revision: artifact.revision }; }],
  ["GET /api/artifacts/*/confirmations", ([id]) => found(id).confirmations],
  ["PUT /api/artifacts/*/confirmations", ([id], body) => { const artifact = found(id); artifact.confirmations.push({ name: String(body.name), tool: String(body.name).split("__").at(-1) ?? "", since: now() }); return artifact.confirmations; }],
  ["DELETE /api/artifacts/*/confirmations", ([id], body) => { const artifact = found(id); artifact.confirmations = artifact.confirmations.filter(({ name }) => name !== body.name); return {}; }],
  ["GET /api/artifacts/*/drift", ([id]) => (switches.drift === id ? [{ connector: "Acme CRM", tool: "list_deals", changes: [{ kind: "renamed", path: "deals[].closeDate", is: "deals[].close_date" }, { kind: "gone", path: "deals[].owner" }] }] : [])],
  ["GET /api/artifacts/*/versions/*/diff", () => [{ kind: "skipped", text: "", count: 24 }, { kind: "same", text: "<h1>Open pipeline</h1>" }, { kind: "removed", text: '<p class="total">Total</p>' }, { kind: "added", text: '<p class="total">Total of open deals</p>' }, { kind: "same", text: "<table>" }, { kind: "skipped", text: "", count: 80 }]],
  ["POST /api/artifacts/*/ask", async (_, body) => { await new Promise((resolve) => setTimeout(resolve, 1_500)); return { text: `An answer to: ${String(body.prompt)}` }; }],
  ["POST /api/artifacts/import", (_, body) => { if (String(body.url).includes("wrong")) throw new Refused(400, "Nothing answers at this address."); return { html: page("pipeline"), title: "Open pipeline" }; }],
  ["POST /api/artifacts/inspect", (_, body) => { const html = String(body.html); const of = (slug: string, tool: string) => { const connector = connectors.find((candidate) => candidate.slug === slug); return connector === undefined ? [] : [{ connectorId: connector.id, connectorName: connector.name, tool, readOnly: true }]; }; return { title: /<title>(.*?)<\/title>/.exec(html)?.[1], tools: toolsOf(html).map(({ name, tool }) => { const candidates = Object.entries(toolSets).flatMap(([slug, set]) => (set.some((candidate) => candidate.name === tool) ? of(slug, tool) : [])); return { name, tool, candidates, guess: candidates[0] }; }), libraries: [], leftOut: html.includes("http") ? [{ kind: "style", url: "https://fonts.googleapis.com/css2?family=Inter" }] : [] }; }],
  ...connectorRoutes(toolSets, probing),
  ["GET /api/asks/budgets", () => [{ artifactId: "a", title: "Open pipeline", personId: "p", personName: "Ada Lovelace", tokensUsed: 184_220, tokensLeft: 315_780, resetsAt: "2026-11-22T00:00:00Z" }]],
  ...shareRoutes,
  ...adminRoutes,
  ...alertRoutes,
  ...refreshRoutes(tell, () => cache.clear()),
  ["POST /__mock", (_, body) => { Object.assign(switches, body); if (typeof body.signedIn === "boolean") signedIn = body.signedIn; if (body.calendar === "connected") Object.assign(foundConnector("c-cal"), { state: "connected" }); if (typeof body.tell === "string") tell(body.tell, String(body.event), (body.data ?? {})); if (body.clear === true) cache.clear(); return switches; }],
];

function match(pattern: string, path: string): string[] | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const parts: string[] = [];
  for (const [index, piece] of wanted.entries()) {
    if (piece === "*") parts.push(decodeURIComponent(given[index] ?? ""));
    else if (piece !== given[index]) return undefined;
  }
  return parts;
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body === "" || !(request.headers["content-type"] ?? "").includes("json") && !body.startsWith("{") ? {} : (JSON.parse(body) as Record<string, unknown>);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": status < 400 ? "application/json" : "application/problem+json" });
  response.end(JSON.stringify(body));
}

function stream(ids: string[], request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write("event: listening\ndata: {}\n\n");
  const entry = { ids, response };
  streams.add(entry);
  request.on("close", () => streams.delete(entry));
}

const api: Connect.NextHandleFunction = (request, response, next) => {
  const url = new URL(request.url ?? "/", appOrigin);
  if (url.pathname === "/signin") { signedIn = true; response.writeHead(303, { Location: url.searchParams.get("to") ?? "/" }).end(); return; }
  const elsewhere = signInRedirect(url, sandboxOrigin);
  if (elsewhere !== undefined) { response.writeHead(303, { Location: elsewhere }).end(); return; }
  if (url.pathname === "/signout") { signedIn = false; response.writeHead(303, { Location: "/" }).end(); return; }
  if (!url.pathname.startsWith("/api/") && url.pathname !== "/__mock") { next(); return; }
  if (url.pathname === "/api/events") { stream(url.searchParams.getAll("artifact"), request, response); return; }
  void (async () => {
    try {
      if (!signedIn && url.pathname !== "/__mock") throw new Refused(401, "Sign in to go on.");
      const route = `${request.method ?? "GET"} ${url.pathname}`;
      for (const [pattern, handler] of routes) {
        const parts = match(pattern, route);
        if (parts !== undefined) { answer(response, 200, await handler(parts, await read(request), url.searchParams)); return; }
      }
      throw new Refused(404, "There is nothing here.");
    } catch (error) {
      const refused = error instanceof Refused ? error : new Refused(500, String(error));
      answer(response, refused.status, { type: "urn:live-artifacts:problem:mock", title: "Refused", status: refused.status, detail: refused.detail });
    }
  })();
};

function pageHtml(artifact: MockArtifact, nonce: string): string {
  const bridge = readFileSync(join(root, "dist/runtime/bridge.js"), "utf8");
  const config = JSON.stringify({ appOrigin, nonce, artifactId: artifact.id, title: artifact.title, storage: artifact.storage }).replaceAll("<", "\\u003c");
  const own = artifact.html.replaceAll("https://cdn.jsdelivr.net/npm/", `${sandboxOrigin}/lib/`);
  return `<!doctype html><script>window.__live=${config};</script><script>${bridge}</script>${own.replace(/^<!doctype html>/i, "")}`;
}

function sandbox(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", sandboxOrigin);
  const path = url.pathname;
  if (path === "/authorize") { response.writeHead(200, { "Content-Type": "text/html" }).end(consentPage(url, appOrigin)); return; }
  const ticket = tickets.get(path.slice("/p/".length));
  if (ticket !== undefined) {
    tickets.delete(path.slice("/p/".length));
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": pagePolicy, "Referrer-Policy": "no-referrer", ...(process.env.MOCK_ALLOWLIST === "off" ? {} : { "Connection-Allowlist": "(response-origin)" }), "X-DNS-Prefetch-Control": "off" });
    response.end(pageHtml(ticket.artifact, ticket.nonce));
    return;
  }
  const file = join(root, "dist", path.replace("/lib/", "/shelf/"));
  if (path.startsWith("/lib/") && !path.includes("..") && existsSync(file)) {
    response.writeHead(200, { "Content-Type": path.endsWith(".css") ? "text/css" : "text/javascript", "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=31536000, immutable" });
    response.end(readFileSync(file));
    return;
  }
  response.writeHead(404).end();
}

/** As the server sends it. Vite's own scripts would not get past it, so only the built app has it. */
const policy: Connect.NextHandleFunction = (_request, response, next) => {
  response.setHeader("Content-Security-Policy", appPolicy);
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  next();
};

export function mockServer(): Plugin {
  const start = () => createServer(sandbox).listen(sandboxPort, "127.0.0.1");
  return {
    name: "mock-server",
    configureServer(server) {
      const running = start();
      server.httpServer?.on("close", () => running.close());
      server.middlewares.use(api);
    },
    configurePreviewServer(server) {
      const running = start();
      server.httpServer.on("close", () => running.close());
      server.middlewares.use(policy);
      server.middlewares.use(api);
    },
  };
}
