import { describe, expect, it } from "vitest";
import { CallLog, type CallRecord } from "./callLog.ts";
import { freshnessOf, oldAfterMs } from "./freshness.ts";

const now = Date.UTC(2026, 10, 20, 12);

function record(more: Partial<CallRecord>): CallRecord {
  return {
    id: 1,
    key: more.name ?? "t",
    name: "t",
    args: {},
    state: "fresh",
    startedAt: now,
    connectorId: "crm",
    connector: "Acme CRM",
    tool: "t",
    tookMs: 10,
    sourceMs: 10,
    cached: false,
    storedAt: now - 5_000,
    error: null,
    result: null,
    ...more,
  };
}

const only = (...records: CallRecord[]) => freshnessOf(records, now)[0];

describe("a source in the header", () => {
  it("is as old as the oldest data on screen", () => {
    expect(only(record({ name: "a" }), record({ name: "b", storedAt: now - 60_000 }))).toMatchObject({ state: "fresh", storedAt: now - 60_000 });
  });

  it("takes its age from when the data was stored, however lately it was asked", () => {
    expect(only(record({ cached: true, storedAt: now - 3_600_000 }))?.storedAt).toBe(now - 3_600_000);
  });

  it("is old when last good data stands in", () => {
    const error = { code: "server_unavailable", message: "Acme CRM does not answer." } as const;
    expect(only(record({ state: "stale", error }))).toMatchObject({ state: "old", reason: "Acme CRM does not answer." });
  });

  it("is old after half a day, even if nothing failed", () => {
    expect(only(record({ storedAt: now - oldAfterMs - 1 }))?.state).toBe("old");
  });

  it("fails if one of its calls failed, with the reason", () => {
    const error = { code: "needs_reauth", message: "Sign in" } as const;
    expect(only(record({ name: "a" }), record({ name: "b", state: "failed", storedAt: null, error }))).toMatchObject({ state: "failing", code: "needs_reauth" });
  });

  it("keeps its age while it is asked again", () => {
    expect(only(record({ id: 1 }), record({ id: 2, state: "waiting", storedAt: null }))).toMatchObject({ pending: true, storedAt: now - 5_000 });
  });

  it("is not blamed for what we refused", () => {
    const error = { code: "not_granted", message: "no" } as const;
    expect(freshnessOf([record({ state: "failed", error, storedAt: null }), record({ connector: "", connectorId: null })], now)).toEqual([]);
  });

  it("stands beside others, in the order in which the page asked them", () => {
    const names = freshnessOf([record({ connectorId: "b", connector: "B" }), record({ connectorId: "a", connector: "A", name: "u" })], now).map(({ name }) => name);
    expect(names).toEqual(["B", "A"]);
  });
});

describe("the log", () => {
  it("keeps the data of the newest of equal calls alone", () => {
    const log = new CallLog();
    const call = { name: "t", args: { b: 1, a: 2 }, startedAt: 1, connectorId: null, connector: "", tool: "t" };
    const first = log.begin(call);
    log.finish(first.id, { state: "fresh", result: { content: [] } });
    const second = log.begin({ ...call, args: { a: 2, b: 1 } });
    log.finish(second.id, { state: "fresh", result: { content: [1] } });
    expect(log.records.value.map(({ result }) => result)).toEqual([null, { content: [1] }]);
    expect(CallLog.newest(log.records.value)).toHaveLength(1);
  });

  it("is bounded", () => {
    const log = new CallLog();
    for (let id = 0; id < 900; id++) log.begin({ name: String(id), args: {}, startedAt: 1, connectorId: null, connector: "", tool: "t" });
    expect(log.records.value).toHaveLength(400);
  });
});
