import { describe, expect, it, vi } from "vitest";
import type { HostMessage, PageMessage } from "../protocol.ts";
import { settle } from "../src/testing/fakeClock.ts";
import { CallError, Line, shakeHands } from "./line.ts";

function connect(line: Line) {
  const { port1, port2 } = new MessageChannel();
  const heard: PageMessage[] = [];
  port1.onmessage = ({ data }: MessageEvent<PageMessage>) => heard.push(data);
  line.open(port2);
  return { heard, say: (message: HostMessage) => port1.postMessage(message) };
}

describe("the line to the host", () => {
  it("keeps what is said before the port is there, in order", async () => {
    const line = new Line();
    line.notify({ kind: "activity" });
    void line.request("user", {});
    line.notify({ kind: "loaded" });
    const { heard } = connect(line);
    line.notify({ kind: "activity" });
    await settle();
    expect(heard.map(({ kind }) => kind)).toEqual(["activity", "request", "loaded", "activity"]);
  });

  it("gives each question its own answer, in whatever order they come", async () => {
    const line = new Line();
    const first = line.request("ask", { prompt: "1", data: [] });
    const second = line.request("ask", { prompt: "2", data: [] });
    const { say } = connect(line);
    say({ kind: "answer", id: 2, ok: true, value: { text: "two" } });
    say({ kind: "answer", id: 1, ok: true, value: { text: "one" } });
    expect(await Promise.all([first, second])).toEqual([{ text: "one" }, { text: "two" }]);
  });

  it("rejects with the host's code", async () => {
    const line = new Line();
    const question = line.request("user", {});
    connect(line).say({ kind: "answer", id: 1, ok: false, error: { code: "rate_limited", message: "later", retryable: true, retryAfterMs: 5 } });
    await expect(question).rejects.toMatchObject({ code: "rate_limited", retryable: true, retryAfterMs: 5, message: "later" });
  });

  it("tells the host what was cancelled", async () => {
    const line = new Line();
    const { heard } = connect(line);
    const abort = new AbortController();
    const question = line.request("user", {}, { signal: abort.signal });
    abort.abort();
    await expect(question).rejects.toBeInstanceOf(CallError);
    await settle();
    expect(heard.at(-1)).toEqual({ kind: "cancel", id: 1 });
  });

  it("answers at once when there is no host", async () => {
    const line = new Line();
    const question = line.request("user", {});
    shakeHands(window, line, "http://app", "nonce");
    await expect(question).rejects.toThrow("Artifact is not currently shown.");
    await expect(line.request("user", {})).rejects.toThrow("Artifact is not currently shown.");
  });
});

describe("the handshake", () => {
  function page() {
    const parent = { postMessage: vi.fn() };
    const listeners: ((event: MessageEvent) => void)[] = [];
    const frame = {
      parent,
      addEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.push(listener),
      removeEventListener: (_: string, listener: (event: MessageEvent) => void) => void listeners.splice(listeners.indexOf(listener), 1),
    };
    const offer = (more: object) => {
      const event = { source: parent, origin: "http://app", data: { live: "port" }, ports: [new MessageChannel().port1], stopImmediatePropagation: vi.fn(), ...more };
      listeners.slice().forEach((listener) => listener(event as unknown as MessageEvent));
    };
    const line = new Line();
    const opened = vi.spyOn(line, "open").mockImplementation(() => undefined);
    shakeHands(frame as unknown as Window, line, "http://app", "nonce");
    return { parent, offer, opened };
  }

  it("says hello to the app's origin alone", () => {
    expect(page().parent.postMessage).toHaveBeenCalledWith({ live: "hello", nonce: "nonce" }, "http://app");
  });

  it.each([
    ["another window", { source: {} }],
    ["another origin", { origin: "http://evil" }],
    ["no port", { ports: [] }],
    ["another message", { data: { live: "hello" } }],
    ["no object", { data: null }],
  ])("takes no port from %s", (_, more) => {
    const { offer, opened } = page();
    offer(more);
    expect(opened).not.toHaveBeenCalled();
  });

  it("takes one port, once", () => {
    const { offer, opened } = page();
    offer({});
    offer({});
    expect(opened).toHaveBeenCalledTimes(1);
  });
});
