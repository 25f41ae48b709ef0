import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { dbPrefix, type PageNotice } from "../protocol.ts";
import { Line } from "./line.ts";
import { Items } from "./items.ts";
import { changesTo, installStorage } from "./storage.ts";
import { makeStorage } from "./storageObject.ts";
import { StorageWriter } from "./storageWriter.ts";

const page = window;

function stored(start: Record<string, string> = {}, quota?: number) {
  const report = vi.fn();
  const items = quota === undefined ? new Items(start, report) : new Items(start, report, quota);
  return { storage: makeStorage(items, page.Storage.prototype), items, report };
}

// The members come with the first installation, as in a page.
installStorage(page, new Line(), { local: {}, session: {} });

type Act = "set" | "remove" | "clear";

function doTo(storage: Storage, act: Act, key: string, value: string): void {
  if (act === "set") storage.setItem(key, value);
  else if (act === "remove") storage.removeItem(key);
  else storage.clear();
}

function doToModel(model: Map<string, string>, act: Act, key: string, value: string): void {
  if (act === "set") model.set(key, value);
  else if (act === "remove") model.delete(key);
  else model.clear();
}

describe("localStorage in a page", () => {
  it("is filled before anything asks", () => {
    const { storage } = stored({ stage: "Proposal" });
    expect(storage.getItem("stage")).toBe("Proposal");
    expect(storage.getItem("nothing")).toBeNull();
    expect(storage.length).toBe(1);
  });

  it("keeps everything as text", () => {
    const { storage } = stored();
    storage.setItem("number", 3 as unknown as string);
    storage.setItem("object", {} as unknown as string);
    storage.setItem(null as unknown as string, undefined as unknown as string);
    expect([storage.getItem("number"), storage.getItem("object"), storage.getItem("null")]).toEqual(["3", "[object Object]", "undefined"]);
  });

  it("offers its keys as properties", () => {
    const { storage, report } = stored();
    storage.filter = "open";
    expect(storage.getItem("filter")).toBe("open");
    expect(storage.filter).toBe("open");
    expect("filter" in storage).toBe(true);
    expect(Object.keys(storage)).toEqual(["filter"]);
    expect(JSON.stringify(storage)).toBe('{"filter":"open"}');
    expect(Object.entries(storage)).toEqual([["filter", "open"]]);
    delete storage.filter;
    expect(storage.filter).toBeUndefined();
    expect(report).toHaveBeenLastCalledWith({ key: "filter", value: null });
  });

  it("never lets a key hide a member", () => {
    const { storage } = stored();
    storage.setItem("getItem", "x");
    Reflect.set(storage, "length", 7);
    expect(storage.getItem("getItem")).toBe("x");
    expect(storage.length).toBe(2);
    expect(storage.getItem("length")).toBe("7");
  });

  it("looks like the browser's own", () => {
    const { storage } = stored();
    expect(storage).toBeInstanceOf(page.Storage);
    expect(() => page.Storage.prototype.getItem.call({}, "a")).toThrow(TypeError);
  });

  it("says what is missing, as browsers do", () => {
    const { storage } = stored();
    expect(() => (storage.setItem as unknown as (key: string) => void)("a")).toThrow("2 arguments required, but only 1 present");
    expect(() => (storage.getItem as unknown as () => void)()).toThrow("1 argument required");
  });

  it("numbers its keys from zero, with any number", () => {
    const { storage } = stored({ a: "1", b: "2" });
    expect([storage.key(0), storage.key(1), storage.key(2), storage.key(-1), storage.key(NaN), storage.key(1.9)]).toEqual(["a", "b", null, null, "a", "b"]);
  });

  it("refuses what is over the quota, and keeps what was there", () => {
    const { storage } = stored({}, 10);
    storage.setItem("a", "12345");
    expect(() => storage.setItem("b", "123456")).toThrow(expect.objectContaining({ name: "QuotaExceededError" }) as Error);
    expect(storage.getItem("b")).toBeNull();
    storage.setItem("a", "123456789");
    storage.removeItem("a");
    storage.setItem("b", "123456789");
    expect(storage.length).toBe(1);
  });

  it("takes no notice of a write that changes nothing", () => {
    const { storage, report } = stored({ a: "1" });
    storage.setItem("a", "1");
    expect(report).not.toHaveBeenCalled();
  });

  it("does not show what window.claude.db keeps, nor clears it", () => {
    const { storage, items } = stored({ [`${dbPrefix}x`]: "1", a: "2" });
    expect(Object.keys(storage)).toEqual(["a"]);
    expect(storage.getItem(`${dbPrefix}x`)).toBeNull();
    storage.clear();
    expect(items.get(`${dbPrefix}x`)).toBe("1");
    expect(storage.length).toBe(0);
  });

  it("behaves as a map does, whatever is done to it", () => {
    const key = fc.constantFrom("a", "b", "__proto__", "constructor", "0", "", "ключ", "getItem");
    const act = fc.oneof(
      fc.record({ kind: fc.constant("set" as const), key, value: fc.string() }),
      fc.record({ kind: fc.constant("remove" as const), key, value: fc.constant("") }),
      fc.record({ kind: fc.constant("clear" as const), key, value: fc.constant("") }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const { storage } = stored();
        const model = new Map<string, string>();
        for (const { kind, key: name, value } of acts) {
          doTo(storage, kind, name, value);
          doToModel(model, kind, name, value);
          expect(storage.length).toBe(model.size);
          for (const known of ["a", "__proto__", "0", "getItem"]) expect(storage.getItem(known)).toBe(model.get(known) ?? null);
        }
      }),
    );
  });
});

describe("the writer", () => {
  function writer() {
    const line = new Line();
    const sent: PageNotice[] = [];
    vi.spyOn(line, "notify").mockImplementation((notice) => void sent.push(notice));
    const later: (() => void)[] = [];
    return { writer: new StorageWriter(line, "local", (task) => void later.push(task)), sent, run: () => later.splice(0).forEach((task) => task()) };
  }

  it("sends what was written in a moment as one", () => {
    const { writer: write, sent, run } = writer();
    write.add({ key: "a", value: "1" });
    write.add({ key: "a", value: "2" });
    write.add({ key: "b", value: "3" });
    write.add({ key: "b", value: null });
    run();
    expect(sent).toEqual([{ kind: "storage", area: "local", seq: 1, write: { set: { a: "2" }, remove: ["b"] } }]);
  });

  it("holds nothing back while the page is left", () => {
    const { writer: write, sent } = writer();
    write.add({ key: "a", value: "1" });
    write.hurry(true);
    write.add({ key: "b", value: "2" });
    expect(sent).toHaveLength(2);
  });

  it("knows what the host has not heard of", () => {
    const { writer: write, run } = writer();
    write.add({ key: "a", value: "1" });
    expect(write.wroteSince("a", 0)).toBe(true);
    run();
    expect(write.wroteSince("a", 0)).toBe(true);
    expect(write.wroteSince("a", 1)).toBe(false);
  });
});

describe("what another tab wrote", () => {
  it("is taken over, but for keys with writes on their way", () => {
    const { items } = stored({ same: "1", old: "1", gone: "1", mine: "1", minegone: "1" });
    const kept = { same: "1", old: "2", fresh: "1", mine: "0" };
    expect(changesTo(items, kept, (key) => key.startsWith("mine"))).toEqual([
      { key: "gone", value: null },
      { key: "old", value: "2" },
      { key: "fresh", value: "1" },
    ]);
  });

  it("arrives as a storage event", () => {
    const line = new Line();
    let receive: (message: never) => void = () => undefined;
    vi.spyOn(line, "listen").mockImplementation((listener) => void (receive = listener as typeof receive));
    installStorage(page, line, { local: { stage: "Open" }, session: {} });
    const seen: unknown[] = [];
    const listener = (event: StorageEvent) => seen.push([event.key, event.oldValue, event.newValue, event.storageArea === page.localStorage]);
    page.addEventListener("storage", listener);
    receive({ kind: "storage", items: { stage: "Won" }, keep: [], seq: 0 } as never);
    page.removeEventListener("storage", listener);
    expect(seen).toEqual([["stage", "Open", "Won", true]]);
    expect(page.localStorage.getItem("stage")).toBe("Won");
  });
});
