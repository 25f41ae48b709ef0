import { CallLog, type CallRecord } from "./callLog.ts";

export type SourceState = "idle" | "waiting" | "fresh" | "old" | "failing";

/** How one connector stands, as the header says it. */
export interface SourceFreshness {
  readonly key: string;
  readonly connectorId: string | null;
  readonly name: string;
  readonly state: SourceState;
  /** When the oldest data on screen was stored. */
  readonly storedAt: number | null;
  readonly pending: boolean;
  readonly reason: string | null;
  readonly code: string | null;
}

/** Data that is older than this is old, however it came. */
export const oldAfterMs = 12 * 60 * 60 * 1000;

function stateOf(records: readonly CallRecord[], storedAt: number | null, now: number): SourceState {
  const done = records.filter((record) => record.state !== "waiting");
  if (done.length === 0) return "waiting";
  if (done.some((record) => record.state === "failed")) return "failing";
  const stale = done.some((record) => record.state === "stale");
  return stale || (storedAt !== null && now - storedAt > oldAfterMs) ? "old" : "fresh";
}

function summarise(key: string, records: readonly CallRecord[], now: number): SourceFreshness {
  const stored = records.flatMap((record) => (record.storedAt === null ? [] : [record.storedAt]));
  const storedAt = stored.length === 0 ? null : Math.min(...stored);
  const failure = records.find((record) => record.error !== null)?.error ?? null;
  const [first] = records;
  return {
    key,
    connectorId: first?.connectorId ?? null,
    name: first?.connector ?? key,
    state: stateOf(records, storedAt, now),
    storedAt,
    pending: records.some((record) => record.state === "waiting"),
    reason: failure?.message ?? null,
    code: failure?.code ?? null,
  };
}

/** A call that our own rules refused says nothing about a source. */
const refusals = new Set(["not_granted", "not_in_manifest", "bad_request", "approval_required", "blocked_by_policy", "cancelled"]);

function concernsSource(record: CallRecord): boolean {
  return record.connector !== "" && !(record.error !== null && refusals.has(record.error.code));
}

/** What a waiting call replaces stays on screen until it is answered: it counts with its last answer. */
function withLastAnswer(records: readonly CallRecord[]): CallRecord[] {
  return CallLog.newest(records).map((record) => {
    if (record.state !== "waiting") return record;
    const before = records.findLast((other) => other.key === record.key && other.state !== "waiting");
    return before === undefined ? record : { ...record, storedAt: before.storedAt };
  });
}

/** One entry per connector, in the order in which the page first called them. */
export function freshnessOf(records: readonly CallRecord[], now: number): SourceFreshness[] {
  const groups = new Map<string, CallRecord[]>();
  for (const record of withLastAnswer(records.filter(concernsSource))) {
    const key = record.connectorId ?? record.connector;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups].map(([key, group]) => summarise(key, group, now));
}
