import { describe, expect, it } from "vitest";
import { Problem } from "../api/problem.ts";
import { answer, failure } from "../testing/answers.ts";
import { settle } from "../testing/fakeClock.ts";
import { FakePage, host, read } from "../testing/openHost.ts";

describe("an open artifact", () => {
  it("shows its page at once and its calls as they come", async () => {
    const { host: made, open, frames } = host();
    made.start();
    await open([read, { kind: "loaded" }]);
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
    await open([read, { kind: "loaded" }]);
    void made.load("live");
    await clock.pass(400);
    expect(frames().map(({ phase }) => phase)).toEqual(["shown", "loading"]);
    await open([read, { kind: "loaded" }]);
    expect(frames().map(({ phase }) => phase)).toEqual(["leaving", "shown"]);
    await clock.pass(300);
    expect(frames()).toHaveLength(1);
    expect(api.call.mock.calls.map(([body]) => body.freshness)).toEqual(["cached", "live"]);
    made.stop();
  });

  it("comes back by itself when a source is back", async () => {
    let down = true;
    const { host: made, open, api, clock } = host({ call: () => (down ? failure("server_unavailable", "Acme CRM does not answer.") : answer()) });
    made.start();
    await open([read, { kind: "loaded" }]);
    expect(made.state.value.records[0]?.state).toBe("failed");
    down = false;
    await clock.pass(10_000);
    await open([read, { kind: "loaded" }]);
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
    await open([read, { kind: "loaded" }]);
    const [good] = frames();
    down = true;
    void made.load("live");
    await clock.pass(400);
    await open([read, { kind: "loaded" }]);
    await clock.pass(500);
    expect(frames()).toEqual([good]);
    expect(made.state.value.reloading).toBeNull();
    expect(made.state.value.records).toMatchObject([{ state: "stale", error: { message: "Acme CRM cannot be reached." }, result: answer().result }]);
    down = false;
    await clock.pass(4_000);
    await open([read, { kind: "loaded" }]);
    await clock.pass(500);
    expect(frames()).not.toEqual([good]);
    expect(made.state.value.records).toMatchObject([{ state: "fresh" }]);
    expect(api.ticket).toHaveBeenCalledTimes(3);
    made.stop();
  });

  it("does not trade the page on screen for one that still waits for everything", async () => {
    const { host: made, open, frames, clock, api } = host();
    made.start();
    await open([read, { kind: "loaded" }]);
    api.call.mockImplementation(() => new Promise(() => undefined));
    void made.load("live");
    await clock.pass(400);
    await open([read, { kind: "loaded" }]);
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
    await open([read, { kind: "loaded" }]);
    signedIn("another connector");
    await clock.pass(1_000);
    expect(frames()).toHaveLength(1);
    signed = true;
    signedIn("crm");
    await clock.pass(400);
    await open([read, { kind: "loaded" }]);
    expect(made.state.value.records).toMatchObject([{ state: "fresh" }]);
    made.stop();
  });
});
