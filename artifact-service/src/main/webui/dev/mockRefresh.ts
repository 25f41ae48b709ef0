import { randomUUID } from "node:crypto";
import * as acme from "./acme.ts";
import type { Route } from "./mockRoutes.ts";

/** What the screens about refreshing need of a server, in memory: schedules, runs, permissions, snapshots, changes. */

type Tell = (id: string, event: string, data: object) => void;

interface MockRun {
  id: string;
  scheduleId: string;
  artifactId: string;
  dueAt: string;
  trigger: string;
  state: string;
  reason?: string | null;
  requestedAt: string;
  finishedAt: string | null;
  total: number;
  done: number;
  calls: { position: number; connector: string; tool: string; state: string; durationMillis: number | null; error: object | null }[];
}

const now = () => new Date().toISOString();
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const month = `${day(0).slice(0, 7)}-01`;

const sources = [
  { connector: "Acme CRM", tool: "list_deals" },
  { connector: "Acme ERP", tool: "cash_position" },
  { connector: "Acme ERP", tool: "revenue_by_month" },
];

function run(scheduleId: string, artifactId: string, state: string, minutes: number, trigger = "schedule"): MockRun {
  const failed = { code: "server_unavailable", message: "Acme ERP did not answer in time" };
  const calls = sources.map((source, position) => {
    const lost = state === "failed" || (state === "partly" && position > 0);
    return { position, ...source, state: lost ? "failed" : "done", durationMillis: lost ? 30_000 : 300 + position * 140, error: lost ? failed : null };
  });
  const reason = state === "skipped" ? "the one before was still running" : null;
  return { id: randomUUID(), scheduleId, artifactId, dueAt: ago(minutes), trigger, state, reason, requestedAt: ago(minutes), finishedAt: state === "skipped" ? null : ago(minutes - 0.02), total: 3, done: 3, calls: state === "skipped" ? [] : calls };
}

const states = ["finished", "finished", "finished", "partly", "finished", "failed", "finished", "skipped"];
const runs = new Map<string, MockRun[]>();

function schedule(id: string, artifactId: string, artifactTitle: string, cron: string, inWords: string, more: object = {}) {
  runs.set(id, Array.from({ length: 24 }, (_, index) => run(id, artifactId, states[index % states.length] ?? "finished", (index + 1) * 1440)));
  return { id, artifactId, artifactTitle, cron, inWords, timeZone: "Europe/Berlin", jitterSeconds: 0, misfire: "run_once", paused: false, pausedBy: null as string | null, pausedReason: null as string | null, nextAt: ahead(700), ownerId: "ada", ...more };
}

const schedules = [
  schedule("s1", "pipeline", "Open pipeline", "0 7 * * 1-5", "At 7:00, Monday to Friday"),
  schedule("s2", "cfo", "CFO dashboard", "0 7 * * 1", "Every Monday at 7:00", { paused: true, pausedBy: "failures", pausedReason: "it failed 10 times in a row. The last time: Acme ERP did not answer in time" }),
];

const shown = (entry: (typeof schedules)[number]) => ({ ...entry, recentRuns: (runs.get(entry.id) ?? []).slice(0, 20), lastRun: runs.get(entry.id)?.[0] });

const snapshots = new Map<string, { id: string; runId: string; takenAt: string; version: number; outcome: string; calls: object[] }[]>();

function snapshotsOf(id: string) {
  const kept = snapshots.get(id) ?? (runs.get("s1") ?? []).filter(({ state }) => state === "finished" || state === "partly").map((of) => snapshot(of));
  if (id === "pipeline") snapshots.set(id, kept);
  return id === "pipeline" ? kept : [];
}

function snapshot(of: MockRun) {
  return { id: randomUUID(), runId: of.id, takenAt: of.finishedAt ?? of.dueAt, version: 1, outcome: of.state, calls: of.calls.map(({ position, connector, tool, error }) => ({ position, connector, tool, bytes: 8_200, ...(error === null ? { rows: 12 + position * 30 } : { error: { code: "server_unavailable", message: "Acme ERP did not answer in time" } }) })) };
}

const preferences = new Map<string, { autoApply: boolean }>();
const keyed = new Map<string, string[]>();
let delegations = [
  { artifactId: "pipeline", connectorId: "c-crm", title: "Open pipeline", givenAt: ago(600), expiresAt: null as string | null, versionGiven: 1, outdated: false, calls: [{ connectorName: "Acme CRM", tool: "pipeline_summary", arguments: {}, relative: [] }] },
  { artifactId: "pipeline", title: "Open pipeline", givenAt: ago(60 * 24 * 20), lastUsedAt: ago(600), expiresAt: null as string | null, versionGiven: 1, outdated: false, calls: [{ connectorName: "Acme CRM", tool: "list_deals", arguments: { open: true, from: month }, relative: [{ path: "$.from", expression: "month.start", words: "first day of this month" }] }] },
  { artifactId: "cfo", title: "CFO dashboard", givenAt: ago(60 * 24 * 90), lastUsedAt: null, expiresAt: ago(60 * 24), versionGiven: 2, outdated: true, calls: sources.slice(1).map(({ connector, tool }) => ({ connectorName: connector, tool, arguments: { year: 2026 }, relative: [] })) },
];

const calls = [
  { key: "k1", connectorId: "c-crm", connectorName: "Acme CRM", tool: "list_deals", title: "List deals", current: true, arguments: { open: true, from: month, until: day(0) }, relative: [
    { path: "$.from", value: month, chosen: "month.start", candidates: [{ expression: "month.start", words: "first day of this month", today: month }, { expression: "today-20d", words: "20 days ago", today: month }] },
    { path: "$.until", value: day(0), chosen: "today", candidates: [{ expression: "today", words: "today", today: day(0) }, { expression: "week.end-1d", words: "Saturday of this week", today: day(0) }] },
  ] },
  { key: "k2", connectorId: "c-erp", connectorName: "Acme ERP", tool: "cash_position", title: null, current: true, arguments: {}, relative: [] },
  { key: "k3", connectorId: "c-erp", connectorName: "Acme ERP", tool: "revenue", title: null, current: false, arguments: { region: "APAC" }, relative: [] },
];

function changes(id: string, from: string, to: string) {
  const kept = snapshotsOf(id);
  const of = (wanted: string) => kept.find((candidate) => candidate.id === wanted) ?? kept[3];
  const mark = (wanted: string) => ({ id: of(wanted)?.id ?? wanted, takenAt: of(wanted)?.takenAt ?? ago(5000) });
  const [first, second, third] = acme.deals() as { id: string; name: string; amount: number }[];
  const deal = { connector: "Acme CRM", tool: "list_deals", position: 0, key: keyed.get(id) ?? ["id"], fields: ["id", "name"], unchanged: 44, added: { count: 1, rows: [first] }, removed: { count: 1, rows: [second] }, changed: { count: 2, rows: [{ key: { id: third?.id }, fields: [{ field: "amount", was: 41_000, is: 46_500 }, { field: "stage", was: "Proposal", is: "Negotiation" }] }, { key: { id: "D-1009" }, fields: [{ field: "closeDate", was: day(3), is: day(17) }] }] } };
  const same = { connector: "Acme ERP", tool: "cash_position", position: 1, key: ["account"], fields: ["account"], unchanged: 3, added: { count: 0, rows: [] }, removed: { count: 0, rows: [] }, changed: { count: 0, rows: [] } };
  return { from: mark(from), to: mark(to), sources: [deal, same] };
}

/** A run that goes on for a few seconds, call by call, as those who look see it. */
function start(entry: (typeof schedules)[number], trigger: string, tell: Tell): MockRun {
  const made = { ...run(entry.id, entry.artifactId, "running", 0, trigger), finishedAt: null, done: 0 };
  made.calls = made.calls.map((call) => ({ ...call, state: "waiting", durationMillis: null }));
  runs.get(entry.id)?.unshift(made);
  made.calls.forEach((call, index) =>
    setTimeout(() => {
      Object.assign(call, { state: "done", durationMillis: 400 });
      made.done = index + 1;
      tell(entry.artifactId, "progress", { runId: made.id, artifactId: entry.artifactId, done: made.done, total: made.total, call });
    }, 1_500 * (index + 1)),
  );
  setTimeout(() => {
    Object.assign(made, { state: "finished", finishedAt: now() });
    const kept = snapshot(made);
    snapshotsOf(entry.artifactId).unshift(kept);
    tell(entry.artifactId, "refreshed", { runId: made.id, artifactId: entry.artifactId, snapshotId: kept.id, outcome: "finished", takenAt: kept.takenAt });
  }, 5_000);
  return made;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("There is nothing here.");
  return value;
}

/** The routes about refreshing; `tell` reaches who has the artifact open. */
export function refreshRoutes(tell: Tell, onRun: () => void): Route[] {
  const entryOf = (id: string | undefined) => found(schedules.find((candidate) => candidate.id === id));
  const all = () => [...runs.values()].flat().sort((a, b) => b.dueAt.localeCompare(a.dueAt));
  return [
    ["GET /api/artifacts/*/delegation/proposal", async () => { await new Promise((resolve) => setTimeout(resolve, 300)); return { calls }; }],
    ["PUT /api/artifacts/*/delegation", ([id]) => { const one = found(delegations.find(({ artifactId }) => artifactId === id)); Object.assign(one, { givenAt: now(), expiresAt: null, outdated: false }); return {}; }],
    ["POST /api/artifacts/*/schedules", ([id], body) => { const made = schedule(randomUUID(), id ?? "", "Open pipeline", String(body.cron), `As written: ${String(body.cron)}`); runs.set(made.id, []); schedules.push(made); return shown(made); }],
    ["GET /api/artifacts/*/snapshots", ([id], _, query) => { const kept = snapshotsOf(id ?? ""); const before = query.get("before"); const from = before === null ? 0 : kept.findIndex((candidate) => candidate.id === before) + 1; return kept.slice(from, from + Number(query.get("limit") ?? 30)); }],
    ["GET /api/artifacts/*/snapshots/*", ([id, sid]) => found(snapshotsOf(id ?? "").find((candidate) => candidate.id === sid))],
    ["GET /api/artifacts/*/changes", ([id], _, query) => changes(id ?? "", query.get("from") ?? "", query.get("to") ?? "")],
    ["PUT /api/artifacts/*/changes/key", ([id], body) => { keyed.set(id ?? "", body.key as string[]); return {}; }],
    ["GET /api/artifacts/*/preferences", ([id]) => preferences.get(id ?? "") ?? { autoApply: false }],
    ["PUT /api/artifacts/*/preferences", ([id], body) => { preferences.set(id ?? "", { autoApply: body.autoApply === true }); return body; }],
    ["GET /api/delegations", () => delegations],
    ["PATCH /api/delegations/*", ([id], body) => Object.assign(found(delegations.find(({ artifactId }) => artifactId === id)), body)],
    ["DELETE /api/delegations/*", ([id]) => { delegations = delegations.filter(({ artifactId }) => artifactId !== id); return {}; }],
    ["GET /api/schedules", (_, __, query) => schedules.filter((entry) => query.get("artifactId") === null || entry.artifactId === query.get("artifactId")).map(shown)],
    ["GET /api/schedules/runs", (_, __, query) => { const fits = all().filter((one) => (["artifactId", "state", "trigger"] as const).every((name) => query.get(name) === null || one[name] === query.get(name))).filter(({ dueAt }) => dueAt >= (query.get("from") ?? "") && dueAt <= (query.get("to") ?? "9")); const from = fits.findIndex(({ id }) => id === query.get("before")) + 1; return fits.slice(from, from + Number(query.get("limit") ?? 30)); }],
    ["POST /api/schedules/runs/*/retry", ([id]) => { const of = found(all().find((one) => one.id === id)); return start(entryOf(of.scheduleId), "retry", tell); }],
    ["POST /api/schedules/reading", (_, body) => { if (String(body.cron).split(" ").length !== 5) throw new Error("A schedule has five parts: minute, hour, day of month, month, day of week."); return { inWords: body.cron === "0 7 * * 1-5" ? "At 7:00, Monday to Friday" : `As written: ${String(body.cron)}`, next: [1, 2, 3, 4, 5].map((days) => ahead(days * 1440)) }; }],
    ["PATCH /api/schedules/*", ([id], body) => { const entry = entryOf(id); Object.assign(entry, body, body.paused === undefined ? {} : { pausedBy: body.paused === true ? "owner" : null, pausedReason: null }); return shown(entry); }],
    ["DELETE /api/schedules/*", ([id]) => { schedules.splice(schedules.indexOf(entryOf(id)), 1); runs.delete(id ?? ""); return {}; }],
    ["POST /api/schedules/*/run", ([id], _, query) => { onRun(); return start(entryOf(id), query.get("trigger") ?? "manual", tell); }],
  ];
}
