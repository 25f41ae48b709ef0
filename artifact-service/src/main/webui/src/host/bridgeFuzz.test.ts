import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { HostMessage } from "../../protocol.ts";
import { makeClaude } from "../../runtime/claude.ts";
import { makeCowork } from "../../runtime/cowork.ts";
import { makeDb } from "../../runtime/db.ts";
import { Line, shakeHands } from "../../runtime/line.ts";
import { Items } from "../../runtime/items.ts";
import type { CallBody } from "../api/server.ts";
import { answer, failure, tool } from "../testing/answers.ts";
import { FakeClock, settle } from "../testing/fakeClock.ts";
import { Asks } from "./asks.ts";
import { CallDesk } from "./callDesk.ts";
import { CallLog } from "./callLog.ts";
import { offerPort } from "./handshake.ts";
import { sourceOf } from "./names.ts";
import { PageSession } from "./pageSession.ts";
import { WriteDesk } from "./writeDesk.ts";

const anything = fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true, withNullPrototype: true });

/** A page's runtime and its host, with the port between them. */
function bridge(call: (body: CallBody) => ReturnType<typeof answer>) {
  const clock = new FakeClock();
  const log = new CallLog();
  const tools = [tool("acme__list"), tool("acme__move", { readOnly: false })];
  const desk = new CallDesk(
    {
      call: async (body) => Promise.resolve(call(body)),
      sourceOf: (name) => sourceOf(tools, name),
      needsWord: async () => Promise.resolve(false),
      isRead: () => true,
      onProblem: () => undefined,
      onAnswer: () => undefined,
      onHeld: () => undefined,
    },
    log,
    new WriteDesk(new Asks(), {}, clock, async () => Promise.resolve()),
    clock,
    false,
  );
  const { port1, port2 } = new MessageChannel();
  const session = new PageSession(
    port1,
    desk,
    log,
    {
      tools: () => tools,
      ask: async (prompt) => Promise.resolve({ text: prompt }),
      runTask: async () => Promise.resolve({ sessionId: "1" }),
      openLink: async () => Promise.resolve(false),
      offerPrompt: async () => Promise.resolve(false),
      saveFile: async () => Promise.resolve(false),
      user: () => ({ displayName: "Ada", name: "Ada", locale: "en" }),
      visible: () => true,
      write: () => undefined,
      note: () => undefined,
      activity: () => undefined,
      pointed: () => undefined,
    progress: () => undefined,
    },
    clock,
  );
  const line = new Line();
  line.open(port2);
  const cowork = makeCowork(window, line);
  const claude = makeClaude(line, { save: async () => Promise.resolve({ saved: false }) }, makeDb(new Items({}, () => undefined)));
  return { session, log, cowork, claude, say: (message: unknown) => port1.postMessage(message) };
}

describe("the bridge, whatever is said over it", () => {
  it("answers every question of a page, in the form of its runtime", async () => {
    const { session, log, cowork, claude } = bridge(({ name }) => (name === "acme__list" ? answer() : failure("not_granted", "no")));
    const name = fc.oneof(fc.constantFrom("acme__list", "mcp__x__y"), anything);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ name, args: anything }), { maxLength: 20 }), async (calls) => {
        const results = calls.map((wish) => cowork.callMcpTool(wish.name, wish.args));
        const answers = calls.map((wish) => cowork.askClaude(wish.name, wish.args));
        const newer = calls.map((wish) => claude.mcp.callTool("Acme CRM", wish.name, wish.args, { cache: wish.args }).catch((error: unknown) => error));
        for (const result of await Promise.all(results)) {
          expect(Array.isArray(result.content)).toBe(true);
          if (result.isError === true) expect(typeof (result.content as { text: unknown }[])[0]?.text).toBe("string");
        }
        for (const { text } of await Promise.all(answers)) expect(typeof text).toBe("string");
        for (const given of await Promise.all(newer)) expect(given instanceof Error ? "code" in given : "payload" in (given as object)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(session.pending).toBe(0);
    expect(log.records.value.length).toBeLessThanOrEqual(400);
    expect(log.records.value.filter(({ result }) => result !== null).length).toBeLessThanOrEqual(100);
  });

  it("keeps the page alive whatever a host would say", async () => {
    const { cowork, say } = bridge(() => answer());
    const kinds = fc.constantFrom("answer", "watch", "storage", "flush", "print", "__proto__");
    const hostile = fc.oneof(anything, fc.record({ kind: kinds, id: fc.anything(), ok: fc.boolean(), value: fc.anything() }));
    fc.assert(
      fc.property(hostile, (message) => {
        try {
          say(message);
        } catch {
          // What cannot be cloned cannot be said.
        }
      }),
      { numRuns: 300 },
    );
    await settle();
    expect((await cowork.callMcpTool("acme__list", {})).isError).toBeUndefined();
  });

  it("holds a page to its bounds however much it says at once", async () => {
    const { session, log } = bridge(() => answer());
    const nested = () => {
      let value: unknown = {};
      for (let depth = 0; depth < 20_000; depth++) value = { value };
      return value;
    };
    for (let id = 0; id < 2_000; id++) session.receive({ kind: "request", id, method: "cowork.call", params: { name: "acme__list", args: { id } } });
    session.receive({ kind: "request", id: 9_001, method: "cowork.call", params: { name: "acme__list", args: nested() } });
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    session.receive({ kind: "request", id: 9_002, method: "claude.call", params: { server: "s", tool: "t", input: cycle, cache: null } });
    expect(session.pending).toBeLessThanOrEqual(512);
    await settle();
    expect(log.records.value.length).toBeLessThanOrEqual(400);
  });
});

describe("the handshake, whatever comes over the window", () => {
  it("gives its port to nobody who does not know the nonce", () => {
    const frame = { postMessage: vi.fn() };
    const listeners: ((event: MessageEvent<unknown>) => void)[] = [];
    const app = {
      addEventListener: (_: string, listener: (event: MessageEvent<unknown>) => void) => listeners.push(listener),
      removeEventListener: (_: string, listener: (event: MessageEvent<unknown>) => void) => void listeners.splice(listeners.indexOf(listener), 1),
    };
    offerPort(app, () => frame as unknown as Window, "the nonce", () => undefined);
    const hello = fc.record({ live: fc.constantFrom("hello", "port", "Hello"), nonce: fc.oneof(fc.string(), fc.constantFrom("the nonce ", "THE NONCE"), fc.array(fc.constant("the nonce"))) });
    fc.assert(
      fc.property(fc.oneof(anything, hello), fc.constantFrom<unknown>(frame, window, null), (data, source) => {
        for (const listener of [...listeners]) listener({ data, source } as MessageEvent<unknown>);
      }),
      { numRuns: 500 },
    );
    expect(frame.postMessage).not.toHaveBeenCalled();
    expect(listeners).toHaveLength(1);
  });

  it("takes a port from nobody but the app", async () => {
    const parent = { postMessage: vi.fn() };
    const listeners: ((event: MessageEvent<unknown>) => void)[] = [];
    const page = {
      parent,
      addEventListener: (_: string, listener: (event: MessageEvent<unknown>) => void) => listeners.push(listener),
      removeEventListener: () => undefined,
    };
    const line = new Line();
    shakeHands(page as unknown as Window, line, "http://app", "nonce");
    const told: HostMessage[] = [];
    line.listen((message) => told.push(message));
    const { port1, port2 } = new MessageChannel();
    fc.assert(
      fc.property(anything, fc.constantFrom<unknown>(parent, window, null), fc.constantFrom("http://evil", "null", "http://app.evil", ""), (data, source, origin) => {
        const event = { data, source, origin, ports: [port2], stopImmediatePropagation: () => undefined };
        for (const listener of listeners) listener(event as unknown as MessageEvent<unknown>);
      }),
      { numRuns: 500 },
    );
    port1.postMessage({ kind: "print" });
    await settle();
    expect(told).toEqual([]);
  });
});
