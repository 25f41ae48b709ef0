import { describe, expect, it, vi } from "vitest";
import { FakeClock } from "../testing/fakeClock.ts";
import { EventsLine, type LiveEvent } from "./events.ts";

class FakeSource {
  onerror: (() => void) | null = null;
  closed = false;
  readonly #listeners = new Map<string, (event: { data: unknown }) => void>();

  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }

  close(): void {
    this.closed = true;
  }

  send(type: string, data: unknown): void {
    this.#listeners.get(type)?.({ data });
  }
}

function line() {
  const clock = new FakeClock();
  const sources: FakeSource[] = [];
  const events: LiveEvent[] = [];
  const heardOf: string[] = [];
  const onOpen = vi.fn();
  const onBack = vi.fn();
  const open = () => {
    const source = new FakeSource();
    sources.push(source);
    return source as unknown as EventSource;
  };
  const events$ = new EventsLine("/events", clock, (event, artifactId) => { events.push(event); heardOf.push(artifactId); }, onOpen, onBack, open);
  events$.start();
  return { line: events$, clock, sources, events, heardOf, onOpen, onBack };
}

describe("what the server tells an open page", () => {
  it("is read whatever is in it", () => {
    const { sources, events } = line();
    sources[0]?.send("refreshed", '{"runId":"1","outcome":"partly","finishedAt":"2026-11-20T07:00:00Z"}');
    sources[0]?.send("refreshed", '{"runId":"1","snapshotId":"s","outcome":"finished","takenAt":"2026-11-20T07:00:01Z"}');
    sources[0]?.send("progress", '{"runId":"1","done":2,"total":3,"call":{"position":1,"connector":"Acme CRM","tool":"list_deals"}}');
    sources[0]?.send("changed", '{"version":3}');
    sources[0]?.send("storage", "nonsense");
    sources[0]?.send("revoked", "");
    expect(events).toEqual([
      { type: "refreshed", outcome: "partly", finishedAt: Date.UTC(2026, 10, 20, 7) },
      { type: "refreshed", outcome: "finished", finishedAt: Date.UTC(2026, 10, 20, 7, 0, 1), snapshotId: "s" },
      { type: "progress", runId: "1", done: 2, total: 3, call: { position: 1, connector: "Acme CRM", tool: "list_deals" } },
      { type: "changed", version: 3 },
      { type: "storage", revision: 0 },
      { type: "revoked" },
    ]);
  });

  it("says which artifact it is about", () => {
    const { sources, heardOf } = line();
    sources[0]?.send("changed", '{"artifactId":"a","version":3}');
    sources[0]?.send("revoked", '{"artifactId":5}');
    expect(heardOf).toEqual(["a", ""]);
  });

  it("is heard again after a break, a little later each time", async () => {
    const { line: events, sources, clock, onOpen, onBack } = line();
    sources[0]?.send("listening", "{}");
    expect(onOpen).toHaveBeenCalledTimes(1);
    sources[0]?.onerror?.();
    expect(sources[0]?.closed).toBe(true);
    await clock.pass(1_000);
    expect(events.lostForMs).toBe(1_000);
    sources[1]?.onerror?.();
    await clock.pass(1_500);
    expect(sources).toHaveLength(2);
    await clock.pass(600);
    sources[2]?.send("listening", "{}");
    expect(onBack.mock.calls).toEqual([[3_100]]);
  });

  it("is not heard any more once it is stopped", async () => {
    const { line: events, sources, clock } = line();
    sources[0]?.onerror?.();
    events.stop();
    await clock.pass(60_000);
    expect(sources).toHaveLength(1);
  });
});
