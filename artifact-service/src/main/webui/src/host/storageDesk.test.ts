import { describe, expect, it, vi } from "vitest";
import { Problem } from "../api/problem.ts";
import type { StoragePatch } from "../api/server.ts";
import type { StorageState } from "../api/types.ts";
import { FakeClock, settle } from "../testing/fakeClock.ts";
import { merge, StorageDesk, type StorageLine } from "./storageDesk.ts";

function desk(unsent?: StoragePatch) {
  const clock = new FakeClock();
  let revision = 0;
  const line = {
    load: vi.fn(async (): Promise<StorageState> => Promise.resolve({ revision, items: { a: "server" } })),
    save: vi.fn<StorageLine["save"]>(async () => Promise.resolve({ revision: ++revision })),
  };
  const shelf = { read: () => unsent, write: vi.fn() };
  const onState = vi.fn();
  const onRefused = vi.fn();
  return { desk: new StorageDesk(line, shelf, clock, onState, onRefused), line, shelf, clock, onState, onRefused };
}

const set = (items: Record<string, string>) => ({ set: items, remove: [] });

describe("what a page keeps", () => {
  it("is sent together, a moment later", async () => {
    const { desk: storage, line, clock } = desk();
    storage.write(set({ a: "1" }));
    storage.write({ set: { b: "2" }, remove: ["a"] });
    await clock.pass(400);
    expect(line.save.mock.calls).toEqual([[{ set: { b: "2" }, remove: ["a"] }, false]]);
  });

  it("is sent in order, never two at once", async () => {
    const { desk: storage, line, clock } = desk();
    let finish: (answer: { revision: number }) => void = () => undefined;
    line.save.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    storage.write(set({ a: "1" }));
    await clock.pass(400);
    storage.write(set({ a: "2" }));
    await clock.pass(400);
    expect(line.save).toHaveBeenCalledTimes(1);
    finish({ revision: 1 });
    await clock.pass(400);
    expect(line.save.mock.calls[1]?.[0]).toEqual(set({ a: "2" }));
  });

  it("waits, on this device, until the server is back", async () => {
    const { desk: storage, line, clock, shelf } = desk();
    line.save.mockRejectedValueOnce(new Problem("away", "away"));
    storage.write(set({ a: "1" }));
    await clock.pass(400);
    expect(shelf.write).toHaveBeenLastCalledWith(set({ a: "1" }));
    storage.write(set({ b: "2" }));
    await clock.pass(2_000);
    expect(line.save.mock.calls[1]?.[0]).toEqual(set({ a: "1", b: "2" }));
    expect(shelf.write).toHaveBeenLastCalledWith(undefined);
  });

  it("goes on from what an earlier tab could not send", async () => {
    const { desk: storage, line } = desk(set({ old: "1" }));
    await storage.flush();
    expect(line.save.mock.calls[0]?.[0]).toEqual(set({ old: "1" }));
  });

  it("is dropped, and said, when the server refuses it", async () => {
    const { desk: storage, line, clock, onRefused } = desk();
    line.save.mockRejectedValueOnce(new Problem("refused", "This page keeps more than 5 MiB."));
    storage.write(set({ a: "1" }));
    await clock.pass(5_000);
    expect(onRefused).toHaveBeenCalledTimes(1);
    expect(line.save).toHaveBeenCalledTimes(1);
  });

  it("waits for who is signed out until they have signed in again", async () => {
    const { desk: storage, line, clock, shelf, onRefused } = desk();
    line.save.mockRejectedValueOnce(new Problem("signed-out", "You are signed out."));
    storage.write(set({ a: "1" }));
    await clock.pass(60_000);
    expect(onRefused).toHaveBeenCalledTimes(1);
    expect(line.save).toHaveBeenCalledTimes(1);
    expect(shelf.write).toHaveBeenLastCalledWith(set({ a: "1" }));
    await storage.flush();
    expect(line.save.mock.calls[1]?.[0]).toEqual(set({ a: "1" }));
    expect(shelf.write).toHaveBeenLastCalledWith(undefined);
  });

  it("survives the page's end if it is small enough for the browser", async () => {
    const { desk: storage, line } = desk();
    storage.write(set({ a: "1" }));
    await storage.flush(true);
    storage.write(set({ a: "x".repeat(80_000) }));
    await storage.flush(true);
    expect(line.save.mock.calls.map(([, keepalive]) => keepalive)).toEqual([true, false]);
  });
});

describe("what was written elsewhere", () => {
  it("is fetched and told, but for what is not sent yet", async () => {
    const { desk: storage, line, clock, onState } = desk();
    line.load.mockResolvedValue({ revision: 9, items: { a: "theirs" } });
    storage.write(set({ mine: "1" }));
    await storage.changedElsewhere(9);
    expect(onState).toHaveBeenCalledWith({ a: "theirs" }, ["mine"]);
    await clock.pass(400);
  });

  it("is not asked for when it was us", async () => {
    const { desk: storage, line, clock, onState } = desk();
    storage.write(set({ a: "1" }));
    await clock.pass(400);
    await storage.changedElsewhere(1);
    expect(line.load).not.toHaveBeenCalled();
    expect(onState).not.toHaveBeenCalled();
  });

  it("is fetched, too, if it came between two of ours and is announced late", async () => {
    const { desk: storage, line, clock, onState } = desk();
    storage.write(set({ a: "1" }));
    await clock.pass(400);
    line.save.mockResolvedValueOnce({ revision: 3 });
    storage.write(set({ a: "2" }));
    await clock.pass(400);
    line.load.mockResolvedValue({ revision: 3, items: { a: "2", theirs: "1" } });
    await storage.changedElsewhere(2);
    await storage.changedElsewhere(3);
    expect(onState.mock.calls).toEqual([[{ a: "2", theirs: "1" }, []]]);
    expect(line.load).toHaveBeenCalledTimes(1);
  });

  it("is asked for again, a little later, while the server is away", async () => {
    const { desk: storage, line, clock, onState } = desk();
    line.load.mockRejectedValueOnce(new Problem("away", "away"));
    line.load.mockResolvedValueOnce({ revision: 5, items: { a: "theirs" } });
    await storage.changedElsewhere(5);
    expect(onState).not.toHaveBeenCalled();
    await clock.pass(1_100);
    expect(onState.mock.calls).toEqual([[{ a: "theirs" }, []]]);
  });

  it("is not asked for any more once nobody looks", async () => {
    const { desk: storage, line, clock } = desk();
    line.load.mockRejectedValueOnce(new Problem("away", "away"));
    await storage.changedElsewhere(5);
    storage.stop();
    await clock.pass(60_000);
    expect(line.load).toHaveBeenCalledTimes(1);
  });

  it("is asked for again if something was sent meanwhile", async () => {
    const { desk: storage, line, onState } = desk();
    let finish: (state: StorageState) => void = () => undefined;
    line.load.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    const told = storage.changedElsewhere(5);
    await settle();
    line.save.mockResolvedValueOnce({ revision: 6 });
    storage.write(set({ a: "mine" }));
    await storage.flush();
    line.load.mockResolvedValueOnce({ revision: 6, items: { a: "mine" } });
    finish({ revision: 5, items: { a: "old" } });
    await told;
    expect(onState.mock.calls).toEqual([[{ a: "mine" }, []]]);
  });
});

describe("two writes as one", () => {
  it.each([
    [set({ a: "1" }), set({ a: "2" }), set({ a: "2" })],
    [set({ a: "1" }), { set: {}, remove: ["a"] }, { set: {}, remove: ["a"] }],
    [{ set: {}, remove: ["a"] }, set({ a: "1" }), set({ a: "1" })],
    [{ set: { b: "1" }, remove: ["a"] }, { set: {}, remove: ["a", "c"] }, { set: { b: "1" }, remove: ["a", "c"] }],
  ])("%j then %j is %j", (earlier, later, both) => {
    expect(merge(earlier, later)).toEqual(both);
  });
});
