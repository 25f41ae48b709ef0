import { describe, expect, it } from "vitest";
import { answer } from "../testing/answers.ts";
import { settle } from "../testing/fakeClock.ts";
import { host, read } from "../testing/openHost.ts";
import type { LiveEvent } from "./events.ts";

const refreshed: Extract<LiveEvent, { type: "refreshed" }> = { type: "refreshed", outcome: "finished", snapshotId: "s1", finishedAt: Date.UTC(2026, 10, 20, 7) };

describe("new data for an open artifact", () => {
  it("offers what a refresh brought, and shows it when it is asked to", async () => {
    const { host: made, open, tell, api, clock } = host();
    made.start();
    await open([read, { kind: "loaded" }]);
    tell({ type: "progress", runId: "r", done: 1, total: 2, call: undefined });
    expect(made.state.value.refreshing).toEqual({ done: 1, total: 2 });
    tell(refreshed);
    await clock.pass(60_000);
    expect(made.state.value).toMatchObject({ refreshing: null, newData: { at: refreshed.finishedAt, shown: false } });
    expect(api.ticket).toHaveBeenCalledTimes(1);
    void made.load("stored");
    await clock.pass(400);
    await open([read, { kind: "loaded" }]);
    expect(made.state.value.newData).toEqual({ at: refreshed.finishedAt, shown: true });
    tell(refreshed);
    expect(made.state.value.newData?.shown).toBe(true);
    made.stop();
  });

  it("shows new data without a question where what is on screen is old", async () => {
    const { host: made, open, tell, api, clock } = host({ call: () => answer({ outcome: "stale", error: { code: "server_unavailable", message: "Away." } }) });
    made.start();
    await open([read, { kind: "loaded" }]);
    tell(refreshed);
    await clock.pass(7_000);
    expect(api.ticket.mock.calls.length).toBeGreaterThan(1);
    made.stop();
  });

  it("loads itself anew when a refresh lands, with the stored answers, if the person wants that", async () => {
    const { host: made, open, tell, api, clock } = host();
    made.start();
    made.autoApply(true);
    await open([read, { kind: "loaded" }]);
    await clock.pass(10_000);
    tell(refreshed);
    await clock.pass(400);
    await open([read, { kind: "loaded" }]);
    expect(made.state.value.newData).toEqual({ at: refreshed.finishedAt, shown: true });
    expect(api.call.mock.calls.at(-1)?.[0].freshness).toBe("cached");
    await clock.pass(20_000);
    expect(made.state.value.newData).toBeNull();
    made.stop();
  });

  it("does not reload under a person's hands", async () => {
    const { host: made, open, tell, clock, api } = host();
    made.start();
    made.autoApply(true);
    const page = await open();
    await clock.pass(10_000);
    page.say({ kind: "activity" });
    await settle();
    tell(refreshed);
    await clock.pass(3_000);
    expect(api.ticket).toHaveBeenCalledTimes(1);
    expect(made.state.value.newData).toEqual({ at: refreshed.finishedAt, shown: false });
    await clock.pass(4_000);
    expect(api.ticket).toHaveBeenCalledTimes(2);
    made.stop();
  });

  it("tells a page that watches, instead of loading it anew", async () => {
    const { host: made, open, tell, api, clock } = host();
    made.start();
    const watch = { watchId: 1, server: "Acme CRM", tool: "list_deals", input: {}, cache: null, refetchInterval: null };
    await open([{ kind: "request", id: 1, method: "watch.start", params: watch }, { kind: "loaded" }]);
    tell(refreshed);
    await clock.pass(400);
    expect(api.call).toHaveBeenCalledTimes(2);
    expect(api.ticket).toHaveBeenCalledTimes(1);
    expect(made.state.value.newData?.shown).toBe(true);
    made.stop();
  });

  it("takes no notice of a run in which nothing was fetched", async () => {
    const { host: made, open, tell, api, clock } = host();
    made.start();
    await open();
    tell({ ...refreshed, outcome: "failed" });
    await clock.pass(10_000);
    expect(api.ticket).toHaveBeenCalledTimes(1);
    made.stop();
  });
});

describe("a stream that was broken", () => {
  it("is caught up with: what was refreshed meanwhile is shown", async () => {
    let storedAt = "2026-11-20T12:00:00Z";
    const { host: made, open, back, clock, frames, onArtifactChanged } = host({ call: () => answer({ storedAt, cached: true }) });
    made.start();
    made.autoApply(true);
    await open([read, { kind: "loaded" }]);
    back(1_000);
    await clock.pass(10_000);
    expect(frames()).toHaveLength(1);
    storedAt = "2026-11-20T12:05:00Z";
    back(1_000);
    await clock.pass(10_000);
    await open([read, { kind: "loaded" }]);
    expect(made.state.value.newData).toMatchObject({ at: Date.parse(storedAt), shown: true });
    expect(onArtifactChanged).toHaveBeenCalledTimes(2);
    made.stop();
  });

  it("is not taken for news where the question itself fetched the answer", async () => {
    let storedAt = "2026-11-20T12:00:00Z";
    const { host: made, open, back, clock, frames } = host({ call: () => answer({ storedAt, cached: false }) });
    made.start();
    made.autoApply(true);
    await open([read, { kind: "loaded" }]);
    storedAt = "2026-11-20T12:05:00Z";
    back(1_000);
    await clock.pass(10_000);
    expect(frames()).toHaveLength(1);
    back(60_000);
    await clock.pass(10_000);
    expect(frames()).toHaveLength(2);
    made.stop();
  });
});
