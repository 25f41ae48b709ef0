import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { makeClaude } from "./claude.ts";
import { makeCowork } from "./cowork.ts";
import { makeDb } from "./db.ts";
import { makeDownloads } from "./downloads.ts";
import { install } from "./install.ts";
import { CallError, Line } from "./line.ts";
import { Items } from "./items.ts";

function cowork(answer: (method: string, params: unknown) => unknown = () => ({ content: [] })) {
  const line = new Line();
  const request = vi.spyOn(line, "request").mockImplementation(async (method, params) => (await answer(method, params)) as never);
  return { cowork: makeCowork(window, line), line, request };
}

describe("window.cowork", () => {
  it("passes a result through as it is", async () => {
    const result = { content: [{ type: "text", text: "[1]" }], _meta: { a: 1 } };
    expect(await cowork(() => result).cowork.callMcpTool("mcp__a__b", {})).toBe(result);
  });

  it("sends arguments as JSON would, an object if there are none", async () => {
    const { cowork: api, request } = cowork();
    await api.callMcpTool("t");
    await api.callMcpTool("t", { at: new Date(0), skip: undefined, run: () => 1, _cb: 7 });
    await api.callMcpTool("t", null);
    expect(request.mock.calls.map(([, params]) => (params as { args: unknown }).args)).toEqual([{}, { at: "1970-01-01T00:00:00.000Z", _cb: 7 }, null]);
  });

  it("resolves whatever goes wrong", async () => {
    const { cowork: api } = cowork(() => {
      throw new CallError({ code: "capability_disabled", message: "Artifact is not currently shown." });
    });
    const text = "Artifact is not currently shown.";
    expect(await api.callMcpTool("t")).toEqual({ content: [{ type: "text", text }], isError: true });
    expect(await api.askClaude("p")).toEqual({ text, isError: true });
    expect(await api.sample("p")).toEqual({ text, isError: true });
    expect(await api.openLink("x")).toEqual({ opened: false });
  });

  it("never rejects, whatever it is given", async () => {
    const { cowork: api } = cowork((_, params) => structuredClone(params));
    await fc.assert(
      fc.asyncProperty(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }), fc.anything({ withBigInt: true }), async (name, args) => {
        await api.callMcpTool(name, args);
        await api.askClaude(name, args);
        await api.runScheduledTask(name);
      }),
    );
  });

  it("wants a gesture before a task runs", async () => {
    expect(await cowork().cowork.runScheduledTask("weekly")).toEqual({ isError: true, error: "runScheduledTask requires a user gesture (click/keypress)." });
  });

  it("hands data over as a list of JSON values", async () => {
    const { cowork: api, request } = cowork(() => ({ text: "" }));
    await api.askClaude("p", [{ a: 1 }, "text", undefined]);
    await api.askClaude("p", { a: 1 });
    await api.askClaude("p");
    expect(request.mock.calls.map(([, params]) => (params as { data: unknown }).data)).toEqual([[{ a: 1 }, "text", null], [{ a: 1 }], []]);
  });
});

describe("window.claude", () => {
  function claude(answer: (method: string, params: unknown) => unknown) {
    const { line, request } = cowork(answer);
    const listen = vi.spyOn(line, "listen");
    const save = vi.fn(async () => Promise.resolve({ saved: true }));
    const api = makeClaude(line, makeDownloads(save), makeDb(new Items({}, () => undefined)));
    return { api, request, save, say: (message: never) => listen.mock.calls.forEach(([listener]) => listener(message)) };
  }

  it("gives each capability by name, and null for what there is not", async () => {
    const { api } = claude(() => ({ displayName: "Ada", name: "Ada", locale: "en" }));
    expect(await api.use("mcp")).toBe(api.mcp);
    expect(await api.use("user")).toMatchObject({ displayName: "Ada", locale: "en" });
    expect(await api.use("db")).toBe(api.db);
    expect(await api.use("toString")).toBeNull();
    expect(await api.use("nothing")).toBeNull();
  });

  it("rejects with a code", async () => {
    const { api } = claude(() => {
      throw new CallError({ code: "needs_reauth", message: "Sign in" });
    });
    await expect(api.mcp.callTool("CRM", "list")).rejects.toMatchObject({ code: "needs_reauth" });
  });

  it("leads watch events to their handler until it is not wanted any more", async () => {
    const { api, request, say } = claude(() => null);
    const handler = vi.fn();
    const stop = api.mcp.watchTool("CRM", "list", {}, handler, { refetchInterval: 60_000 });
    const event = { type: "result", result: { payload: 1 } };
    say({ kind: "watch", watchId: 1, event } as never);
    stop();
    stop();
    say({ kind: "watch", watchId: 1, event } as never);
    await Promise.resolve();
    expect(handler.mock.calls).toEqual([[event]]);
    expect(request.mock.calls.map(([method]) => method)).toEqual(["watch.start", "watch.stop"]);
  });

  it("keeps JSON per key in db, and gives null for what there is not", async () => {
    const { api } = claude(() => null);
    await api.db.set("a", { b: [1] });
    expect([await api.db.get("a"), await api.db.get("b"), await api.db.keys()]).toEqual([{ b: [1] }, null, ["a"]]);
    await api.db.delete("a");
    expect(await api.db.list()).toEqual([]);
  });

  it("saves files in either way of asking", async () => {
    const { api, save } = claude(() => null);
    await api.downloads.save("a.csv", "x;y", "text/csv");
    await api.downloads.save({ filename: "b.json", content: { a: 1 } });
    expect(save.mock.calls.map((call) => (call as unknown[])[0])).toEqual(["a.csv", "b.json"]);
  });
});

describe("the names on window", () => {
  it("stay, whatever a page assigns to them", () => {
    const target: Record<string, unknown> = {};
    install(target, "cowork", 1);
    target.cowork = 2;
    expect(target.cowork).toBe(1);
    expect(Object.getOwnPropertyDescriptor(target, "cowork")).toMatchObject({ configurable: true, enumerable: true });
  });
});
