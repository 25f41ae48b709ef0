import { isObject, type CallFailure, type Json, type ToolResult } from "../../protocol.ts";
import { canonical } from "./canonical.ts";
import { Signal } from "./signal.ts";

export type CallState = "waiting" | "fresh" | "stale" | "failed";

/** One call of a page: what was asked, and what came of it. Instants are epoch milliseconds. */
export interface CallRecord {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly args: Json;
  readonly state: CallState;
  readonly startedAt: number;
  readonly connectorId: string | null;
  readonly connector: string;
  readonly tool: string;
  readonly tookMs: number | null;
  readonly sourceMs: number | null;
  readonly cached: boolean;
  readonly storedAt: number | null;
  readonly error: CallFailure | null;
  readonly result: ToolResult | null;
}

/** What pages add to a call so that no cache on its way answers it; it does not make another call of it. */
const cacheBuster = /^_(cb|t|ts|r|rand|nonce|bust|dc)?$/i;

export function callKey(name: string, args: Json): string {
  const counted = isObject(args) ? Object.fromEntries(Object.entries(args).filter(([key]) => !cacheBuster.test(key))) : args;
  return `${name} ${canonical(counted)}`;
}

const most = 400;
/** Results can be large: so many of them are kept. */
const mostResults = 100;

/** The calls of one load of a page, the newest last. Only the newest answer of equal calls keeps its data. */
export class CallLog {
  readonly records = new Signal<readonly CallRecord[]>([]);
  #nextId = 1;

  begin(call: Pick<CallRecord, "name" | "args" | "startedAt" | "connectorId" | "connector" | "tool">): CallRecord {
    const record: CallRecord = {
      ...call,
      id: this.#nextId++,
      key: callKey(call.name, call.args),
      state: "waiting",
      tookMs: null,
      sourceMs: null,
      cached: false,
      storedAt: null,
      error: null,
      result: null,
    };
    this.records.update((records) => [...records.slice(-(most - 1)), record]);
    return record;
  }

  finish(id: number, change: Partial<CallRecord>): void {
    const done = this.records.value.find((record) => record.id === id);
    if (done === undefined) return;
    this.records.update((records) =>
      records.map((record) => {
        if (record.id === id) return { ...record, ...change };
        const old = record.id <= id - mostResults;
        const superseded = (old || (record.key === done.key && record.id < id)) && record.state !== "waiting";
        return superseded ? { ...record, result: null } : record;
      }),
    );
  }

  /** The source of this call's data is away: what is kept of it is last good data from now on. */
  markOld(key: string, error: CallFailure | null): void {
    const kept = this.records.value.findLast((record) => record.key === key && record.result !== null);
    if (kept !== undefined) this.finish(kept.id, { state: "stale", error });
  }

  /** Calls that no longer count: a page that is gone waits for nothing. */
  forget(id: number): void {
    this.records.update((records) => records.filter((record) => record.id !== id));
  }

  /** The newest record of each distinct call. */
  static newest(records: readonly CallRecord[]): CallRecord[] {
    return [...new Map(records.map((record) => [record.key, record])).values()];
  }
}
