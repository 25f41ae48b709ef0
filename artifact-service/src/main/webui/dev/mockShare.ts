import { randomUUID } from "node:crypto";
import type { Route } from "./mockRoutes.ts";

/** Who may open an artifact, whose access it is read with, and its first opening, in memory. */

const now = () => new Date().toISOString();
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

interface MockShare {
  id: string;
  kind: string;
  email?: string;
  name?: string;
  group?: string;
  role: string;
  createdAt: string;
  expiresAt?: string | null;
  message?: string;
}

const people = [
  { id: "ben", name: "Ben Okri", email: "ben@acme.test" },
  { id: "cleo", name: "Cleo Marsh", email: "cleo@acme.test" },
  { id: "dara", name: "Dara Ó Briain-Featherstonehaugh of Northwind", email: "dara.featherstonehaugh@northwind-subsidiary.test" },
];
const groups = ["finance", "finance-controlling", "sales", "admins", "/Acme/Engineering/Platform team Europe, Middle East and Africa"].map((name) => ({ name }));

const share = (kind: string, more: Partial<MockShare>): MockShare => ({ id: randomUUID(), kind, role: "viewer", createdAt: now(), ...more });

const first = ["Amina", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hana", "Ivo", "Jun"];
const last = ["Abbas", "Berg", "Costa", "Dietrich", "Eze", "Fontaine", "Garcia", "Haddad", "Ito", "Jansen"];
const crowd = Array.from({ length: 1000 }, (_, index) => {
  const name = `${first[index % 10] ?? ""} ${last[Math.floor(index / 10) % 10] ?? ""} ${Math.floor(index / 100) + 1}`;
  return share("person", { name, email: `${name.toLowerCase().replaceAll(" ", ".")}@acme.test`, ...(index % 7 === 0 ? { role: "editor" } : {}) });
});

const shares = new Map<string, MockShare[]>([
  ["pipeline", [share("person", { name: "Ben Okri", email: "ben@acme.test", role: "editor" }), share("group", { group: "finance", expiresAt: ahead(9) }), share("person", { email: "maria.from.the.bank@example.org", expiresAt: ahead(30), message: "The numbers that we spoke of." }), share("person", { name: people[2]?.name ?? "", email: people[2]?.email ?? "", expiresAt: ahead(-1) })]],
  ["watching", crowd],
]);
const of = (id: string | undefined) => { const known = shares.get(id ?? "") ?? []; shares.set(id ?? "", known); return known; };

function put(id: string | undefined, body: Record<string, unknown>): MockShare {
  if (String(body.email).includes("wrong")) throw new Error("Enter the e-mail address that this person signs in with.");
  const known = of(id).find(({ kind, email, group }) => kind === body.kind && email === body.email && group === body.group);
  if (known !== undefined) return Object.assign(known, body);
  const made = share(String(body.kind), { ...body, ...(people.find(({ email }) => email === body.email) ?? {}), id: randomUUID() });
  of(id).push(made);
  return made;
}

function page(id: string | undefined, query: URLSearchParams) {
  const wanted = (query.get("query") ?? "").toLowerCase();
  const fits = of(id).filter(({ name, email, group }) => `${name ?? ""} ${email ?? ""} ${group ?? ""}`.toLowerCase().includes(wanted));
  const from = fits.findIndex((one) => one.id === query.get("after")) + 1;
  const items = fits.slice(from, from + Number(query.get("limit") ?? 100));
  return { items, total: fits.length, ...(from + items.length < fits.length ? { next: items.at(-1)?.id } : {}) };
}

const calls = [
  { key: "k1", tool: "list_deals", title: "List deals", arguments: { open: true, from: "2026-11-01" }, relative: [{ path: "/from", value: "2026-11-01", chosen: "month.start", candidates: [{ expression: "month.start", words: "first day of this month", today: "2026-11-01" }] }], shown: false },
  { key: "k2", tool: "list_accounts", title: null, arguments: {}, relative: [], shown: false },
];
const sources = [
  { connectorId: "c-crm", connectorName: "Acme CRM", scope: "workspace", access: "viewer", calls, mine: { state: "ready" } },
  { connectorId: "c-erp", connectorName: "Acme ERP", scope: "personal", access: "owner", calls: [{ key: "k3", tool: "cash_position", title: "Cash position", arguments: { year: 2026, region: ["EMEA", "APAC"] }, relative: [], shown: true }, { key: "k5", tool: "open_invoices", title: "Open invoices", arguments: {}, relative: [], shown: false }], mine: { state: "ready" } },
  { connectorId: "c-cal", connectorName: "Calendar", scope: "personal", access: "viewer", calls: [{ key: "k4", tool: "week", title: "This week", arguments: {}, relative: [], shown: false }], mine: { state: "sign_in_needed" } },
];

let agreed = false;
const reading = () => ({
  agreed, list: "l1", from: "Cleo Marsh", message: "Hi Ada,\nthis is what I show the board on Monday. Tell me if the cash position looks odd to you.",
  sources: [
    { connectorId: "c-crm", connectorName: "Acme CRM", tools: ["List deals"], access: "viewer", state: "ready" },
    { connectorId: "c-erp", connectorName: "Acme ERP", tools: ["Revenue by month", "Cash position", "Open invoices", "Budget", "Forecast"], access: "owner", state: "ready" },
    { connectorId: "c-cal", connectorName: "Calendar", tools: ["This week"], access: "viewer", state: "sign_in_needed", action: { label: "Sign in", href: "/connectors/c-cal" } },
  ],
});

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("There is nothing here.");
  return value;
}

export const shareRoutes: Route[] = [
  ["GET /api/artifacts/*/shares", async ([id], _, query) => { await new Promise((resolve) => setTimeout(resolve, 150)); return page(id, query); }],
  ["POST /api/artifacts/*/shares", ([id], body) => put(id, body)],
  ["PATCH /api/artifacts/*/shares/*", ([id, shareId], body) => Object.assign(found(of(id).find((one) => one.id === shareId)), body)],
  ["DELETE /api/artifacts/*/shares/*", ([id, shareId]) => { shares.set(id ?? "", of(id).filter((one) => one.id !== shareId)); return {}; }],
  ["GET /api/people", (_, __, query) => people.filter(({ name, email }) => (name + email).toLowerCase().includes((query.get("query") ?? "").toLowerCase()))],
  ["GET /api/groups", (_, __, query) => groups.filter(({ name }) => name.toLowerCase().includes((query.get("query") ?? "").toLowerCase()))],
  ["GET /api/artifacts/*/sources", () => sources],
  ["PUT /api/artifacts/*/sources/*", ([, id], body) => { const source = found(sources.find(({ connectorId }) => connectorId === id)); source.access = String(body.access); source.calls.forEach((call) => (call.shown = body.access === "owner" && (body.calls as string[]).includes(call.key))); return {}; }],
  ["GET /api/artifacts/*/reading", ([id]) => (id === "cfo" ? reading() : { agreed: true, list: "", sources: [] })],
  ["POST /api/artifacts/*/consent", () => { agreed = true; return {}; }],
  ["POST /api/artifacts/*/owner", () => ({})],
];
