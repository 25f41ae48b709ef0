import { randomUUID } from "node:crypto";
import type { Route } from "./mockRoutes.ts";

/** Alerts and notices in memory, for the screens about them. */

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const crm = { connectorId: "c-crm", tool: "list_deals" };
const sum = { kind: "aggregate", of: "sum", field: "amount", where: [{ field: "stage", op: "=", value: "Closing" }] };

function alert(name: string, condition: object, more: object = {}) {
  const words = "Sum of amount where stage is Closing in Acme CRM · list deals is below 100,000";
  return { id: randomUUID(), artifactId: "pipeline", artifactTitle: "Open pipeline", name, words, connector: "Acme CRM", condition: { ...crm, ...condition }, mail: true, tellWhenOver: false, paused: false, state: "calm", found: "Sum of amount where stage is Closing is 120,400, not below 100,000.", foundAt: ago(95), sent: [] as object[], createdAt: ago(60_000), ...more };
}

const alerts = [
  alert("Closing falls below target", { measure: sum, comparison: { op: "<", value: 100_000, percent: false } }, { state: "firing", episode: { id: "e1", snapshotId: "x", beganAt: ago(95), words: "Sum of amount where stage is Closing is 84,300, below 100,000." }, sent: [{ kind: "mail", state: "delivered", at: ago(94) }, { kind: "webhook", state: "waiting", at: ago(-4), reason: "The server did not accept the message: it answered with 503." }], webhookUrl: "https://hooks.example.com/x" }),
  alert("Number of rows in Acme CRM · list deals changes by at least 20 %", { measure: { kind: "aggregate", of: "count", where: [] }, comparison: { op: "changes_by", value: 20, percent: true } }, { words: "Number of rows in Acme CRM · list deals changes by at least 20 %", found: "Number of rows is 48, as before.", quiet: { from: "22:00", to: "07:00", timeZone: "Europe/Berlin", weekends: true } }),
  alert("Largest of age in Acme ERP · open invoices is above 60", { measure: { kind: "aggregate", of: "max", field: "age", where: [] }, comparison: { op: ">", value: 60, percent: false } }, { words: "Largest of age in Acme ERP · open invoices is above 60", state: "trouble", trouble: "The field “age” is not in the data any more." }),
];

const episodes = [
  { id: "e1", snapshotId: "x", beganAt: ago(95), words: "Sum of amount where stage is Closing is 84,300, below 100,000." },
  { id: "e2", snapshotId: "y", beganAt: ago(9_000), words: "Sum of amount where stage is Closing is 92,000, below 100,000.", endedAt: ago(7_500), overWords: "Sum of amount where stage is Closing is 131,000, not below 100,000." },
];

const sources = [
  { connectorId: "c-crm", connector: "Acme CRM", tool: "list_deals", arguments: { open: true }, rows: 48, fields: [{ name: "id", number: false, examples: ["D-1001", "D-1002"] }, { name: "amount", number: true, examples: ["41000", "12500", "8300"] }, { name: "stage", number: false, examples: ["Qualified", "Proposal", "Negotiation", "Closing"] }, { name: "closeDate", number: false, date: true, examples: ["2026-11-30"] }] },
  { connectorId: "c-erp", connector: "Acme ERP", tool: "cash_position", arguments: {}, rows: 3, fields: [{ name: "account", number: false, examples: ["Giro"] }, { name: "balance", number: true, examples: ["88000.5"] }] },
  { connectorId: "c-erp", connector: "Acme ERP", tool: "open_invoices", fields: [] },
];

const trial = [84_300, 92_000, 131_000, 120_400, 118_000].map((value, index) => ({ snapshotId: `s${index}`, takenAt: ago(95 + index * 1440), value, holds: value < 100_000, fires: index === 1, words: `Sum of amount is ${value.toLocaleString("en")}, ${value < 100_000 ? "" : "not "}below 100,000.` }));

let notices = [
  { id: "n1", at: ago(94), kind: "alert", title: "Closing falls below target", text: "Sum of amount where stage is Closing is 84,300, below 100,000.", href: "/a/pipeline", read: false },
  { id: "n2", at: ago(1_500), kind: "schedule_paused", title: "“CFO dashboard” is not refreshed any more", text: "It failed 10 times in a row. The last time: Acme ERP did not answer in time.", href: "/schedules", read: false },
  { id: "n3", at: ago(9_000), kind: "alert_over", title: "Over: Closing falls below target", text: "Sum of amount where stage is Closing is 131,000, not below 100,000.", href: "/a/pipeline", read: true },
];
const told = () => ({ unread: notices.filter(({ read }) => !read).length, items: notices });

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("There is nothing here.");
  return value;
}

const byId = (id: string | undefined) => found(alerts.find((one) => one.id === id));

export const alertRoutes: Route[] = [
  ["GET /api/alerts", () => alerts],
  ["GET /api/alerts/channels", () => ({ mail: process.env.MOCK_NO_MAIL === undefined ? { available: true, address: "ada@acme.test" } : { available: false, why: "No mail server is set up here. An administrator sets LIVE_MAIL_HOST and LIVE_MAIL_FROM." } })],
  ["GET /api/artifacts/*/alerts", ([id]) => alerts.filter(({ artifactId }) => artifactId === id)],
  ["GET /api/artifacts/*/alerts/sources", () => sources],
  ["POST /api/artifacts/*/alerts/trial", () => trial],
  ["POST /api/artifacts/*/alerts", (_, body) => { const made = alert(typeof body.name === "string" ? body.name : "Sum of amount in Acme CRM · list deals is below 100,000", body.condition as object, { mail: body.mail }); alerts.push(made); return { ...made, ...(body.webhookUrl == null ? {} : { webhookSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }) }; }],
  ["PATCH /api/artifacts/*/alerts/*", ([, id], body) => Object.assign(byId(id), body.paused === undefined ? body.settings : { paused: body.paused, state: body.paused === true ? "paused" : "calm" })],
  ["DELETE /api/artifacts/*/alerts/*", ([, id]) => { alerts.splice(alerts.indexOf(byId(id)), 1); return {}; }],
  ["POST /api/artifacts/*/alerts/*/test", () => ({})],
  ["POST /api/artifacts/*/alerts/*/secret", () => ({ webhookSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" })],
  ["GET /api/artifacts/*/alerts/*/episodes", () => episodes],
  ["GET /api/notices", told],
  ["POST /api/notices/read", (_, body) => { const ids = body.ids as string[] | null; notices = notices.map((notice) => ({ ...notice, read: notice.read || ids === null || ids.includes(notice.id) })); return told(); }],
];
