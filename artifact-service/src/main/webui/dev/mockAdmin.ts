import type { Route } from "./mockRoutes.ts";

/** What administrators see, made up. */

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const names = ["Ada Lovelace", "Ben Okri", "Cleo Marsh", "Dora Lindqvist", "Emil Hartmann"];
const people = names.map((name, index) => ({ id: `p${index}`, name, email: `${name.split(" ")[0]?.toLowerCase() ?? ""}@acme.test`, groups: index === 0 ? ["admins", "finance"] : index === 2 ? ["finance"] : ["sales"], firstSeenAt: ago(90_000), lastSeenAt: ago(index * 2_000), artifacts: 5 - index }));
const groups = [["admins", 1, 0], ["finance", 2, 3], ["sales", 3, 1]].map(([name, count, shares]) => ({ name, people: count, shares, lastSeenAt: ago(30) }));
const artifacts = ["Open pipeline", "CFO dashboard", "Week ahead", "Budget calculator"].map((title, index) => ({ id: `a${index}`, title, owner: { id: `p${index}`, name: names[index], lastSeenAt: ago(index * 40_000) }, version: index + 1, shares: index * 2, connectors: index === 3 ? [] : ["Acme CRM", "Acme ERP"].slice(0, index + 1), createdAt: ago(90_000), updatedAt: ago(index * 600), openedAt: index === 3 ? null : ago(index * 100 + 3) }));
const deeds: [string, string, object][] = [
  ["artifact.call", "fresh", { connector: "acme-crm", tool: "list_deals" }],
  ["artifact.open", "done", {}],
  ["share.add", "done", {}],
  ["artifact.call", "failed", { connector: "acme-crm", tool: "move_deal", code: "approval_required" }],
  ["other.read", "refused", {}],
  ["mcp.update_artifact", "done", { actor: "program", agent: "Claude" }],
  ["policy.change", "done", { artifactId: undefined, artifactTitle: undefined, tool: "move_deal" }],
  ["session.begin", "done", { artifactId: undefined, artifactTitle: undefined }],
  ["artifact.call", "stale", { connector: "acme-erp", tool: "open_invoices" }],
];
const log = Array.from({ length: 24 }, (_, index) => {
  const [action, outcome, more] = deeds[index % deeds.length] ?? ["artifact.open", "done", {}];
  return { id: 100 - index, at: ago(index * 7 + 1), actor: "person", personId: "p1", personName: names[index % 3], action, artifactId: "a0", artifactTitle: "Open pipeline", outcome, address: "203.0.113.7", agent: "Chrome on Mac", ...more };
});
const part = (items: unknown[]) => () => ({ items, next: null });

export const adminRoutes: Route[] = [
  ["GET /api/admin/people", part(people)],
  ["DELETE /api/admin/people/*/sessions", () => ({})],
  ["DELETE /api/admin/people/*/tokens", () => ({})],
  ["GET /api/admin/groups", part(groups)],
  ["GET /api/admin/artifacts", part(artifacts)],
  ["POST /api/admin/artifacts/*/owner", () => ({})],
  ["GET /api/admin/budgets", () => ({ asks: { tokensPerDay: 500_000, items: [{ artifactId: "a0", title: "Open pipeline", personId: "p0", personName: names[0], tokensUsed: 184_220 }, { artifactId: "a1", title: "CFO dashboard", personId: "p2", personName: names[2], tokensUsed: 20_500 }] }, authoring: { tokensPerDay: 5_000_000, items: [{ personId: "p1", personName: names[1], tokensUsed: 1_204_000 }] }, resetsAt: ago(-600) })],
  ["GET /api/admin/audit", () => ({ items: log, next: "2026-11-21T09:00:00Z_76" })],
  ["GET /api/admin/system", () => ({ version: "0.1.0", replicas: [{ id: "5f1c2a9e-0000-4000-8000-000000000001", version: "0.1.0", startedAt: ago(900), seenAt: ago(0), here: true }, { id: "9be04d11-0000-4000-8000-000000000002", version: "0.0.9", startedAt: ago(9_000), seenAt: ago(870), here: false }], parts: [{ service: "artifact-service", name: "Reactive PostgreSQL connections health check", up: true, details: "<default>: UP" }, { service: "artifact-service", name: "Kafka", up: true }, { service: "artifact-service", name: "Redis", up: false, details: "each replica counts alone" }, { service: "connector-service", name: "connector-service", up: true }, { service: "scheduler-service", name: "scheduler-service", up: true }] })],
  ["GET /api/admin/policy-reports", () => [{ site: "pages", directive: "connect-src", blocked: "evil.test", count: 12, firstAt: ago(4_000), lastAt: ago(50) }]],
];
