import { describe, expect, it, vi } from "vitest";
import type { PageMessage } from "../../protocol.ts";
import { Problem } from "../api/problem.ts";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer, Ticket } from "../api/types.ts";
import { answer, failure, tool } from "../testing/answers.ts";
import { FakeClock, settle } from "../testing/fakeClock.ts";
import { ArtifactHost } from "./artifactHost.ts";
import type { LiveEvent } from "./events.ts";
import { SessionShelf } from "./sessionShelf.ts";

const call = { kind: "request", id: 1, method: "cowork.call", params: { name: "acme__list", args: {} } } as const;

/** A frame with a page in it that says hello and then what the test wants. */
class FakePage {
  port: MessagePort | undefined;
  readonly heard: unknown[] = [];
  readonly window = { postMessage: (_: unknown, __: string, [port]: MessagePort[]) => this.#take(port) } as unknown as Window;
  readonly listeners: (() => void)[] = [];
  readonly element = {
    contentWindow: this.window,
    src: "",
    addEventListener: (_: string, listener: () => void) => this.listeners.push(listener),
    removeEventListener: () => undefined,
    focus: () => undefined,
  } as unknown as HTMLIFrameElement;

  hello(nonce: string): void {
    window.dispatchEvent(new MessageEvent("message", { source: this.window as MessageEventSource, data: { live: "hello", nonce } }));
  }

  say(message: PageMessage): void {
    this.port?.postMessage(message);
  }

  loadAgain(): void {
    for (const listener of this.listeners) listener();
  }

  #take(port: MessagePort | undefined): void {
    if (port === undefined) return;
    this.port = port;
    port.onmessage = ({ data }) => this.heard.push(data);
  }
}

function host(given: { call?: (body: CallBody) => CallAnswer; ticket?: () => Promise<Ticket> } = {}) {
  const clock = new FakeClock();
  let tickets = 0;
  const api = {
    ticket: vi.fn(given.ticket ?? (async () => Promise.resolve({ url: `http://sandbox/p/${++tickets}`, nonce: `n${tickets}` }))),
    call: vi.fn(async (body: CallBody) => Promise.resolve((given.call ?? (() => answer()))(body))),
    ask: vi.fn(async () => Promise.reject(new Problem("not-found", "no"))),
    confirmations: vi.fn(async () => Promise.resolve([{ name: "acme__move", tool: "move", since: "2026-11-20T12:00:00Z" }])),
    confirm: vi.fn(async () => Promise.resolve()),
    storage: vi.fn(async () => Promise.resolve({ revision: 1, items: {} })),
    saveStorage: vi.fn(async () => Promise.resolve({ revision: 1 })),
    schedules: vi.fn(async () => Promise.resolve([])),
    runSchedule: vi.fn(async () => Promise.reject(new Error("no"))),
  };
  let tell: (event: LiveEvent) => void = () => undefined;
  let back: (gapMs: number) => void = () => undefined;
  let signedIn: (connectorId: string) => void = () => undefined;
  const browser = {
    window,
    visible: () => true,
    gesture: vi.fn(() => true),
    open: vi.fn(),
    save: vi.fn(),
    copy: vi.fn(async () => Promise.resolve(true)),
    subscribe: (onEvent: (event: LiveEvent) => void, onBack: (gapMs: number) => void) => {
      tell = onEvent;
      back = onBack;
      return () => undefined;
    },
    onSignedIn: (listener: (connectorId: string) => void) => {
      signedIn = listener;
      return () => undefined;
    },
  };
  const onArtifactChanged = vi.fn();
  const made = new ArtifactHost({
    api,
    browser,
    clock,
    person: { id: "ada", name: "Ada" },
    locale: "en",
    session: new SessionShelf("ada", "a", window.sessionStorage),
    unsent: { read: () => undefined, write: () => undefined },
    onArtifactChanged,
  });
  made.know({ tools: [tool("acme__list"), tool("acme__move", { readOnly: false, tool: "move" })], version: 1 });
  const frames = () => made.state.value.frames;
  /** Puts a page into the newest frame, as the app and the browser would. */
  const open = async (says: PageMessage[] = [{ kind: "loaded" }]) => {
    await settle();
    const view = frames().at(-1);
    const page = new FakePage();
    made.attach(view?.id ?? 0, page.element);
    page.hello(`n${tickets}`);
    for (const message of says) page.say(message);
    await clock.pass(200);
    return page;
  };
  return { host: made, api, browser, clock, frames, open, tell: (event: LiveEvent) => tell(event), back: (gapMs: number) => back(gapMs), signedIn: (id: string) => signedIn(id), onArtifactChanged };
}

const write = { kind: "request", id: 2, method: "cowork.call", params: { name: "acme__move", args: {} } } as const;

const refreshed: Extract<LiveEvent, { type: "refreshed" }> = { type: "refreshed", outcome: "finished", snapshotId: "s1", finishedAt: Date.UTC(2026, 10, 20, 7) };

describe("an open artifact", () => {
  it("shows its page at once and its calls as they come", async () => {
    const { host: made, open, frames } = host();
    made.start();
    await open([call, { kind: "loaded" }]);
    expect(frames()).toMatchObject([{ phase: "shown" }]);
    expect(made.state.value.records).toMatchObject([{ state: "fresh", connector: "Acme CRM" }]);
    expect(made.state.value.reloading).toBeNull();
    made.stop();
  });

  it("gives the port to the page with the ticket's nonce alone", async () => {
    const { host: made, frames } = host();
    made.start();
    await settle();
    const page = new FakePage();
    made.attach(frames()[0]?.id ?? 0, page.element);
    page.hello("guessed");
    expect(page.port).toBeUndefined();
    page.hello("n1");
    expect(page.port).toBeDefined();
    const first = page.port;
    page.hello("n1");
    expect(page.port).toBe(first);
    made.stop();
  });

  it("keeps the old page on screen until the new one has settled, and fetches past every cache on Reload", async () => {
    const { host: made, open, frames, api, clock } = host();
    made.start();
    await open([call, { kind: "loaded" }]);
    void made.load("live");
    await clock.pass(400);
    expect(frames().map(({ phase }) => phase)).toEqual(["shown", "loading"]);
    await open([call, { kind: "loaded" }]);
    expect(frames().map(({ phase }) => phase)).toEqual(["leaving", "shown"]);
    await clock.pass(300);
    expect(frames()).toHaveLength(1);
    expect(api.call.mock.calls.map(([body]) => body.freshness)).toEqual(["cached", "live"]);
    made.stop();
  });

  it("offers what a refresh brought, and shows it when it is asked to", async () => {
    const { host: made, open, tell, api, clock } = host();
    made.start();
    await open([call, { kind: "loaded" }]);
    tell({ type: "progress", runId: "r", done: 1, total: 2, call: undefined });
    expect(made.state.value.refreshing).toEqual({ done: 1, total: 2 });
    tell(refreshed);
    await clock.pass(60_000);
    expect(made.state.value).toMatchObject({ refreshing: null, newData: { at: refreshed.finishedAt, shown: false } });
    expect(api.ticket).toHaveBeenCalledTimes(1);
    void made.load("stored");
    await clock.pass(400);
    await open([call, { kind: "loaded" }]);
    expect(made.state.value.newData).toEqual({ at: refreshed.finishedAt, shown: true });
    tell(refreshed);
    expect(made.state.value.newData?.shown).toBe(true);
    made.stop();
  });

  it("shows new data without a question where what is on screen is old", async () => {
    const { host: made, open, tell, api, clock } = host({ call: () => answer({ outcome: "stale", error: { code: "server_unavailable", message: "Away." } }) });
    made.start();
    await open([call, { kind: "loaded" }]);
    tell(refreshed);
    await clock.pass(7_000);
    expect(api.ticket.mock.calls.length).toBeGreaterThan(1);
    made.stop();
  });

  it("loads itself anew when a refresh lands, with the stored answers, if the person wants that", async () => {
    const { host: made, open, tell, api, clock } = host();
    made.start();
    made.autoApply(true);
    await open([call, { kind: "loaded" }]);
    await clock.pass(10_000);
    tell(refreshed);
    await clock.pass(400);
    await open([call, { kind: "loaded" }]);
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

  it("comes back by itself when a source is back", async () => {
    let down = true;
    const { host: made, open, api, clock } = host({ call: () => (down ? failure("server_unavailable", "Acme CRM does not answer.") : answer()) });
    made.start();
    await open([call, { kind: "loaded" }]);
    expect(made.state.value.records[0]?.state).toBe("failed");
    down = false;
    await clock.pass(10_000);
    await open([call, { kind: "loaded" }]);
    expect(made.state.value.records[0]?.state).toBe("fresh");
    const asked = api.call.mock.calls.length;
    await clock.pass(60_000);
    expect(api.call).toHaveBeenCalledTimes(asked);
    made.stop();
  });

  it("keeps the last good page when the sources are away, says so, and comes back by itself", async () => {
    let down = false;
    const { host: made, open, frames, clock, api } = host({ call: () => (down ? failure("server_unavailable", "Acme CRM cannot be reached.") : answer()) });
    made.start();
    await open([call, { kind: "loaded" }]);
    const [good] = frames();
    down = true;
    void made.load("live");
    await clock.pass(400);
    await open([call, { kind: "loaded" }]);
    await clock.pass(500);
    expect(frames()).toEqual([good]);
    expect(made.state.value.reloading).toBeNull();
    expect(made.state.value.records).toMatchObject([{ state: "stale", error: { message: "Acme CRM cannot be reached." }, result: answer().result }]);
    down = false;
    await clock.pass(4_000);
    await open([call, { kind: "loaded" }]);
    await clock.pass(500);
    expect(frames()).not.toEqual([good]);
    expect(made.state.value.records).toMatchObject([{ state: "fresh" }]);
    expect(api.ticket).toHaveBeenCalledTimes(3);
    made.stop();
  });

  it("does not trade the page on screen for one that still waits for everything", async () => {
    const { host: made, open, frames, clock, api } = host();
    made.start();
    await open([call, { kind: "loaded" }]);
    api.call.mockImplementation(() => new Promise(() => undefined));
    void made.load("live");
    await clock.pass(400);
    await open([call, { kind: "loaded" }]);
    await clock.pass(20_000);
    expect(frames().map(({ phase }) => phase)).toEqual(["shown", "loading"]);
    expect(made.state.value.slow).toEqual(["Acme CRM"]);
    await clock.pass(25_000);
    expect(frames().map(({ phase }) => phase)).toEqual(["shown"]);
    expect(made.state.value.slow).toEqual([]);
    made.stop();
  });

  it("waits for the server, however long it is away", async () => {
    let tries = 0;
    const { host: made, clock, frames } = host({
      ticket: async () => (++tries < 4 ? Promise.reject(new Problem("away", "away")) : Promise.resolve({ url: "http://sandbox/p/1", nonce: "n" })),
    });
    made.start();
    await settle();
    expect(made.state.value.away).toBe(true);
    await clock.pass(10_000);
    expect(made.state.value.away).toBe(false);
    expect(frames()).toHaveLength(1);
    made.stop();
  });

  it("says why when it may not be opened", async () => {
    const { host: made } = host({ ticket: async () => Promise.reject(new Problem("signed-out", "Sign in to go on.")) });
    made.start();
    await settle();
    expect(made.state.value).toMatchObject({ access: "signed-out", trouble: "Sign in to go on." });
    made.stop();
  });

  it("ends when its owner ends the access", async () => {
    const { host: made, open, tell, frames } = host();
    made.start();
    await open();
    tell({ type: "revoked" });
    await settle();
    expect(made.state.value.access).toBe("revoked");
    expect(frames()).toEqual([]);
  });

  it("gives a page that reloads itself a new ticket, but not for ever", async () => {
    const { host: made, open, api } = host();
    made.start();
    for (let times = 0; times < 6; times++) {
      const page = await open();
      page.loadAgain();
      expect(made.state.value.trouble).toBeNull();
      page.loadAgain();
    }
    await settle();
    expect(made.state.value.trouble).toMatch(/leading itself away/);
    expect(api.ticket).toHaveBeenCalledTimes(6);
    made.stop();
  });

  it("takes back the questions of a page that is gone", async () => {
    const { host: made, open, clock } = host();
    made.start();
    await open([{ kind: "request", id: 1, method: "openLink", params: { url: "https://example.com/" } }, { kind: "loaded" }]);
    expect(made.asks.current.value?.question.kind).toBe("openLink");
    void made.load("live");
    await clock.pass(400);
    await open();
    await clock.pass(300);
    expect(made.asks.current.value).toBeUndefined();
    made.stop();
  });

  it("opens nothing and saves nothing that the person did not agree to", async () => {
    const { host: made, open, browser, clock } = host();
    made.start();
    const page = await open([{ kind: "request", id: 1, method: "openLink", params: { url: "javascript:alert(1)" } }, { kind: "loaded" }]);
    page.say({ kind: "request", id: 2, method: "openLink", params: { url: "https://example.com/" } });
    page.say({ kind: "request", id: 3, method: "saveFile", params: { name: "a.exe", type: "", bytes: new ArrayBuffer(2), gesture: true } });
    page.say({ kind: "request", id: 4, method: "saveFile", params: { name: "a.csv", type: "", bytes: new ArrayBuffer(2), gesture: true } });
    await clock.pass(100);
    made.asks.answer(made.asks.current.value?.id ?? 0, false);
    await settle();
    made.asks.answer(made.asks.current.value?.id ?? 0, false);
    await settle();
    expect(browser.open).not.toHaveBeenCalled();
    expect(browser.save.mock.calls.map(([name]: unknown[]) => name)).toEqual(["a.csv"]);
    made.stop();
  });

  it("answers for Claude with the sentence that the server gives, whatever goes wrong", async () => {
    const { host: made, open } = host();
    made.start();
    const page = await open([{ kind: "request", id: 1, method: "ask", params: { prompt: "p", data: [] } }]);
    expect(page.heard).toContainEqual({
      kind: "answer",
      id: 1,
      ok: true,
      value: { text: "no", isError: true },
    });
    made.stop();
  });

  it("offers a newer version instead of changing the page under its reader", async () => {
    const { host: made, open, tell, onArtifactChanged, api } = host();
    made.start();
    await open();
    tell({ type: "changed", version: 2 });
    expect(onArtifactChanged).toHaveBeenCalled();
    made.know({ tools: [], version: 2 });
    expect(made.state.value.newVersion).toBe(true);
    expect(api.ticket).toHaveBeenCalledTimes(1);
    made.showNewVersion();
    await settle();
    expect(made.state.value.newVersion).toBe(false);
    made.stop();
  });

  it("keeps a page's session storage for this tab", async () => {
    window.sessionStorage.clear();
    const { host: made, open, frames, clock } = host();
    made.start();
    const page = await open();
    page.say({ kind: "storage", area: "session", seq: 1, write: { set: { tab: "2" }, remove: [] } });
    await settle();
    void made.load("live");
    await clock.pass(400);
    expect(JSON.parse(frames().at(-1)?.name ?? "")).toEqual({ liveSession: { tab: "2" } });
    made.stop();
  });
});

describe("an artifact whose connector wants a sign-in", () => {
  it("asks again by itself when the person has signed in, in whatever tab", async () => {
    let signed = false;
    const { host: made, open, signedIn, frames, clock } = host({ call: () => (signed ? answer() : failure("needs_reauth", "Sign in again.")) });
    made.start();
    await open([call, { kind: "loaded" }]);
    signedIn("another connector");
    await clock.pass(1_000);
    expect(frames()).toHaveLength(1);
    signed = true;
    signedIn("crm");
    await clock.pass(400);
    await open([call, { kind: "loaded" }]);
    expect(made.state.value.records).toMatchObject([{ state: "fresh" }]);
    made.stop();
  });
});

describe("a stream that was broken", () => {
  it("is caught up with: what was refreshed meanwhile is shown", async () => {
    let storedAt = "2026-11-20T12:00:00Z";
    const { host: made, open, back, clock, frames, onArtifactChanged } = host({ call: () => answer({ storedAt, cached: true }) });
    made.start();
    made.autoApply(true);
    await open([call, { kind: "loaded" }]);
    back(1_000);
    await clock.pass(10_000);
    expect(frames()).toHaveLength(1);
    storedAt = "2026-11-20T12:05:00Z";
    back(1_000);
    await clock.pass(10_000);
    await open([call, { kind: "loaded" }]);
    expect(made.state.value.newData).toMatchObject({ at: Date.parse(storedAt), shown: true });
    expect(onArtifactChanged).toHaveBeenCalledTimes(2);
    made.stop();
  });

  it("is not taken for news where the question itself fetched the answer", async () => {
    let storedAt = "2026-11-20T12:00:00Z";
    const { host: made, open, back, clock, frames } = host({ call: () => answer({ storedAt, cached: false }) });
    made.start();
    made.autoApply(true);
    await open([call, { kind: "loaded" }]);
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

describe("a write that is always allowed", () => {
  it("is made at once after a click, and asked about where nobody clicked", async () => {
    const { host: made, open, api, browser, clock } = host();
    made.start();
    const page = await open([write, { kind: "loaded" }]);
    await clock.pass(500);
    expect(made.asks.current.value).toBeUndefined();
    expect(api.call).toHaveBeenCalledTimes(1);
    browser.gesture.mockReturnValue(false);
    page.say({ ...write, id: 3 });
    await clock.pass(500);
    expect(made.asks.current.value?.question).toMatchObject({ kind: "calls", calls: [{ name: "acme__move", reads: false }] });
    expect(api.call).toHaveBeenCalledTimes(1);
    made.stop();
  });
});

describe("a task", () => {
  it("is not run on the page's word alone that somebody clicked", async () => {
    const { host: made, open, browser } = host();
    browser.gesture.mockReturnValue(false);
    made.start();
    const page = await open([{ kind: "request", id: 1, method: "runTask", params: { taskId: "weekly", gesture: true } }]);
    expect(page.heard).toContainEqual({
      kind: "answer",
      id: 1,
      ok: true,
      value: { isError: true, error: "runScheduledTask requires a user gesture (click/keypress)." },
    });
    made.stop();
  });
});
