import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { HostMessage, Method } from "../../protocol.ts";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer } from "../api/types.ts";
import { answer, failure, tool } from "../testing/answers.ts";
import { FakeClock, settle } from "../testing/fakeClock.ts";
import { Asks } from "./asks.ts";
import { CallDesk } from "./callDesk.ts";
import { CallLog } from "./callLog.ts";
import type { PageServices } from "./pageServices.ts";
import { PageSession } from "./pageSession.ts";
import { sourceOf } from "./names.ts";
import { WriteDesk } from "./writeDesk.ts";

function session(call: (body: CallBody) => CallAnswer | Promise<CallAnswer> = () => answer()) {
  const clock = new FakeClock();
  const log = new CallLog();
  const tools = [tool("mcp__7f3e__list_deals")];
  const made = vi.fn(async (body: CallBody) => call(body));
  const line = {
    call: made,
    sourceOf: (name: string) => sourceOf(tools, name),
    needsWord: async () => Promise.resolve(false),
    isRead: () => true,
    onProblem: () => undefined,
    onAnswer: () => undefined,
    onHeld: () => undefined,
  };
  const desk = new CallDesk(line, log, new WriteDesk(new Asks(), {}, clock, async () => Promise.resolve()), clock, false);
  const services = {
    tools: () => tools,
    ask: vi.fn(async (prompt: string) => Promise.resolve({ text: prompt })),
    runTask: vi.fn(async () => Promise.resolve({ sessionId: "1" })),
    openLink: vi.fn(async () => Promise.resolve(true)),
    offerPrompt: vi.fn(async () => Promise.resolve(true)),
    saveFile: vi.fn(async () => Promise.resolve(true)),
    user: () => ({ displayName: "Ada", name: "Ada", locale: "en" }),
    visible: vi.fn(() => true),
    write: vi.fn(),
    note: vi.fn(),
    activity: vi.fn(),
    pointed: vi.fn(),
    progress: vi.fn(),
  } satisfies PageServices;
  const { port1, port2 } = new MessageChannel();
  const heard: HostMessage[] = [];
  port2.onmessage = ({ data }: MessageEvent<HostMessage>) => heard.push(data);
  const page = new PageSession(port1, desk, log, services, clock);
  const ask = (id: number, method: Method, params: object) => port2.postMessage({ kind: "request", id, method, params });
  return { page, ask, say: (message: unknown) => port2.postMessage(message), heard, services, made, clock, log };
}

const watch = { watchId: 5, server: "Acme CRM", tool: "list_deals", input: {}, cache: null, refetchInterval: null };

describe("the host's end of a page's port", () => {
  it("answers each question under its id", async () => {
    const { ask, heard } = session();
    ask(7, "cowork.call", { name: "mcp__7f3e__list_deals", args: {} });
    ask(8, "user", {});
    await settle();
    expect(heard).toEqual(
      expect.arrayContaining([
        { kind: "answer", id: 7, ok: true, value: answer().result },
        { kind: "answer", id: 8, ok: true, value: { displayName: "Ada", name: "Ada", locale: "en" } },
      ]),
    );
  });

  it("finds a server by its display name", async () => {
    const { ask, made } = session();
    ask(1, "claude.call", { server: "acme crm", tool: "list_deals", input: { a: 1 }, cache: null });
    await settle();
    expect(made.mock.calls[0]?.[0]).toMatchObject({ name: "mcp__7f3e__list_deals", args: { a: 1 }, freshness: "cached" });
  });

  it("gives window.claude the data of a result, and its age", async () => {
    const { ask, heard } = session(() => answer({ result: { content: [{ type: "text", text: '{"rows":[1]}' }] } }));
    ask(1, "claude.call", { server: "Acme CRM", tool: "list_deals", input: {}, cache: null });
    await settle();
    expect(heard[0]).toMatchObject({ ok: true, value: { payload: { rows: [1] }, cache: { storedAt: Date.parse("2026-11-20T12:00:00Z"), revalidating: false } } });
  });

  it.each([
    [failure("needs_reauth", "Sign in"), "needs_reauth"],
    [failure("not_granted", "no"), "not_in_manifest"],
    [answer({ result: { content: [{ type: "text", text: "broken" }], isError: true } }), "tool_error"],
  ])("rejects a failed call of window.claude with its code", async (given, code) => {
    const { ask, heard } = session(() => given);
    ask(1, "claude.call", { server: "Acme CRM", tool: "list_deals", input: {}, cache: null });
    await settle();
    expect(heard[0]).toMatchObject({ ok: false, error: { code } });
  });

  it("gives what is kept at once and revalidates it when it is stale", async () => {
    const { ask, heard, made, clock } = session((body) =>
      answer({ cached: body.freshness === "cached", storedAt: new Date(body.freshness === "cached" ? clock.now() - 120_000 : clock.now()).toISOString() }),
    );
    ask(1, "watch.start", { ...watch, cache: { staleTime: 60_000 } });
    await settle();
    expect(made.mock.calls.map(([body]) => body.freshness)).toEqual(["cached", "live"]);
    const results = heard.filter((message) => message.kind === "watch").map(({ event }) => event);
    expect(results).toMatchObject([{ result: { cache: { revalidating: true } } }, { result: { cache: { revalidating: false } } }]);
  });

  it("goes to the source when the page wants no cache", async () => {
    const { ask, made } = session();
    ask(1, "claude.call", { server: "Acme CRM", tool: "list_deals", input: {}, cache: false });
    ask(2, "claude.call", { server: "Acme CRM", tool: "list_deals", input: {}, cache: { refresh: true } });
    await settle();
    expect(made.mock.calls.map(([body]) => body.freshness)).toEqual(["live", "live"]);
  });

  it("watches: at once, by interval while visible, and when told to", async () => {
    const { page, ask, heard, services, clock } = session();
    ask(1, "watch.start", { ...watch, refetchInterval: 1_000 });
    await settle();
    const fired = () => heard.filter(({ kind }) => kind === "watch").length;
    expect(fired()).toBe(1);
    await clock.pass(29_000);
    expect(fired()).toBe(1);
    await clock.pass(2_000);
    expect(fired()).toBe(2);
    services.visible.mockReturnValue(false);
    await clock.pass(60_000);
    expect(fired()).toBe(2);
    page.refetchWatches();
    await settle();
    expect(fired()).toBe(3);
    ask(2, "watch.stop", { watchId: 5 });
    await settle();
    page.refetchWatches();
    await settle();
    expect(fired()).toBe(3);
  });

  it("watches at most 64 calls", async () => {
    const { ask, heard } = session();
    for (let id = 1; id <= 65; id++) ask(id, "watch.start", { ...watch, watchId: id });
    await settle();
    expect(heard.filter((message) => message.kind === "watch" && message.event.type === "error")).toHaveLength(1);
  });

  it("invalidates: watched calls are fetched anew, from the source", async () => {
    const { ask, made } = session();
    ask(1, "watch.start", watch);
    await settle();
    ask(2, "claude.invalidate", { server: "Acme CRM", tool: "list_deals", input: null });
    await settle();
    expect(made.mock.calls.map(([body]) => body.freshness)).toEqual(["cached", "live"]);
  });

  it("asks Claude one thing at a time", async () => {
    const { ask, services } = session();
    let finish: (answer: { text: string }) => void = () => undefined;
    services.ask.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    ask(1, "ask", { prompt: "1", data: [] });
    ask(2, "ask", { prompt: "2", data: [] });
    await settle();
    expect(services.ask).toHaveBeenCalledTimes(1);
    finish({ text: "one" });
    await settle();
    expect(services.ask).toHaveBeenCalledTimes(2);
  });

  it("aborts what the page cancels", async () => {
    let signal: AbortSignal | undefined;
    const { ask, say, page } = session(() => new Promise(() => undefined));
    const call = vi.spyOn(page.desk, "call").mockImplementation(async (_name, _args, wish) => {
      signal = wish?.signal;
      return new Promise(() => undefined);
    });
    ask(1, "cowork.call", { name: "t", args: {} });
    await settle();
    say({ kind: "cancel", id: 1 });
    await settle();
    expect(call).toHaveBeenCalled();
    expect(signal?.aborted).toBe(true);
  });

  it("bounds what waits", async () => {
    const { ask, heard } = session(() => new Promise(() => undefined));
    for (let id = 1; id <= 520; id++) ask(id, "cowork.call", { name: "t", args: {} });
    await settle();
    expect(heard.filter((message) => message.kind === "answer" && !message.ok)).toHaveLength(8);
  });

  it("bounds what the page may say on its console", async () => {
    const { say, services } = session();
    for (let line = 0; line < 400; line++) say({ kind: "message", level: "error", text: "x".repeat(9_000), where: null });
    await settle();
    expect(services.note).toHaveBeenCalledTimes(201);
    expect((services.note.mock.calls[0]?.[0] as { text: string }).text.length).toBeLessThanOrEqual(2_001);
  });

  it("gives what is kept elsewhere together with what it has heard so far", async () => {
    const { page, say, heard } = session();
    say({ kind: "storage", area: "local", seq: 4, write: { set: { a: "1" }, remove: [] } });
    await settle();
    page.storageChanged({ b: "2" }, ["a"]);
    await settle();
    expect(heard).toEqual([{ kind: "storage", items: { b: "2" }, keep: ["a"], seq: 4 }]);
  });

  it("waits for the page's last writes, but not for long", async () => {
    const { page, say, heard, clock } = session();
    const flushed = page.flush();
    await settle();
    expect(heard).toEqual([{ kind: "flush", id: 1 }]);
    say({ kind: "flushed", id: 1 });
    await flushed;
    const unanswered = page.flush();
    await clock.pass(400);
    await unanswered;
  });

  it("tells a page that is closed nothing any more", async () => {
    let finish: (given: CallAnswer) => void = () => undefined;
    const { page, ask, heard } = session(() => new Promise((resolve) => (finish = resolve)));
    ask(1, "cowork.call", { name: "t", args: {} });
    await settle();
    page.close();
    finish(answer());
    await settle();
    expect(heard).toEqual([]);
  });

  it("survives whatever a hostile page sends", async () => {
    const { page, ask, heard } = session();
    const methods: Method[] = ["cowork.call", "claude.call", "watch.start", "watch.stop", "claude.invalidate", "ask", "openLink", "user"];
    const json = fc.jsonValue();
    const hostile = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc.record({ kind: fc.constantFrom("request", "cancel", "storage", "message", "flushed", "loaded", "__proto__"), id: fc.anything(), method: fc.constantFrom(...methods, "constructor"), params: fc.anything() }),
      fc.record({
        kind: fc.constant("request"),
        id: fc.nat(50),
        method: fc.constantFrom(...methods),
        params: fc.record({ name: fc.string(), args: json, server: fc.string(), tool: fc.string(), input: json, cache: fc.constant(null), watchId: fc.nat(80), refetchInterval: fc.double(), prompt: fc.string(), data: fc.array(json), url: fc.string() }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 20 }), async (messages) => {
        for (const message of messages) page.receive(message);
        await Promise.resolve();
      }),
      { numRuns: 300 },
    );
    await settle();
    heard.length = 0;
    ask(9_999, "user", {});
    await settle();
    expect(heard.at(-1)).toMatchObject({ id: 9_999, ok: true });
  });
});
