import { describe, expect, it, vi } from "vitest";
import { FakeClock, settle } from "../testing/fakeClock.ts";
import { BrowserEvents, type Locks, type StreamEvents, type Tabs } from "./browserEvents.ts";
import type { LiveEvent } from "./events.ts";

interface FakeStream extends StreamEvents {
  readonly ids: readonly string[];
  lostForMs: number | undefined;
}

/** What all tabs of one browser have in common. */
class FakeBrowser {
  readonly clock = new FakeClock();
  readonly streams: FakeStream[] = [];
  /** The first who wants the lock of this name gets it a moment later than others would. */
  slow: string | undefined;
  readonly #held = new Map<string, Promise<unknown>>();
  readonly #listeners = new Set<(message: unknown) => void>();
  #tabs = 0;

  readonly locks: Locks = {
    hold: async (name, signal, work) => {
      const slow = name === this.slow;
      if (slow) this.slow = undefined;
      await (slow ? settle() : Promise.resolve());
      while (this.#held.has(name)) {
        await Promise.race([this.#held.get(name), new Promise((resolve) => signal.addEventListener("abort", resolve))]);
        signal.throwIfAborted();
      }
      const working = work().finally(() => this.#held.delete(name));
      this.#held.set(name, working);
      await working;
    },
  };

  open() {
    const tab = new BrowserEvents({
      tab: `tab${++this.#tabs}`,
      clock: this.clock,
      locks: this.locks,
      tabs: this.#channel(),
      stream: (ids, events) => {
        const stream: FakeStream = { ids, ...events, lostForMs: undefined };
        return {
          start: () => this.streams.push(stream),
          stop: () => this.streams.includes(stream) && this.streams.splice(this.streams.indexOf(stream), 1),
          get lostForMs() {
            return stream.lostForMs;
          },
        };
      },
    });
    const listen = (id: string) => {
      const heard = { onEvent: vi.fn(), onBack: vi.fn() };
      return { ...heard, end: tab.listen(id, heard) };
    };
    return { tab, listen };
  }

  /** Lets what was said arrive, and opens what is being opened. */
  async rest(): Promise<void> {
    await this.clock.pass(100);
    for (const stream of [...this.streams]) stream.onOpen();
    await settle();
  }

  get streamed(): string[] {
    return this.streams.map(({ ids }) => ids.join(" "));
  }

  shout(message: unknown): void {
    for (const listener of this.#listeners) listener(message);
  }

  #channel(): Tabs {
    let own: ((message: unknown) => void) | undefined;
    return {
      post: (message) => this.#listeners.forEach((listener) => listener !== own && listener(message)),
      listen: (listener) => {
        own = listener;
        this.#listeners.add(listener);
      },
      close: () => own !== undefined && this.#listeners.delete(own),
    };
  }
}

const changed: LiveEvent = { type: "changed", version: 2 };

describe("the tabs of one browser", () => {
  it("share one stream for all artifacts, and each hears of its own", async () => {
    const browser = new FakeBrowser();
    const [first, second] = [browser.open(), browser.open()];
    const [a, again, b] = [first.listen("a"), second.listen("a"), second.listen("b")];
    await browser.rest();
    expect(browser.streamed).toEqual(["a b"]);
    browser.streams[0]?.onEvent(changed, "a");
    expect([a, again, b].map(({ onEvent }) => onEvent.mock.calls.length)).toEqual([1, 1, 0]);
    browser.streams[0]?.onBack(2_000);
    for (const { onBack } of [a, again, b]) expect(onBack.mock.calls).toEqual([[2_000]]);
  });

  it("open the next stream before the last is closed, and miss nothing in between", async () => {
    const browser = new FakeBrowser();
    const tab = browser.open();
    const a = tab.listen("a");
    await browser.rest();
    const b = tab.listen("b");
    await browser.clock.pass(100);
    expect(browser.streamed).toEqual(["a", "a b"]);
    browser.streams[0]?.onEvent(changed, "a");
    await browser.rest();
    expect(browser.streamed).toEqual(["a b"]);
    expect([a.onEvent.mock.calls.length, a.onBack.mock.calls.length]).toEqual([1, 0]);
    b.end();
    a.end();
    await browser.rest();
    expect(browser.streamed).toEqual([]);
  });

  it("look for what was missed where the last stream had been lost", async () => {
    const browser = new FakeBrowser();
    const tab = browser.open();
    const a = tab.listen("a");
    await browser.rest();
    const [stream] = browser.streams;
    if (stream !== undefined) stream.lostForMs = 9_000;
    tab.listen("b");
    await browser.rest();
    expect(a.onBack.mock.calls).toEqual([[9_000]]);
  });

  it("pass the stream on when the one that has it is closed, and look for what nobody heard", async () => {
    const browser = new FakeBrowser();
    const [first, second] = [browser.open(), browser.open()];
    const gone = first.listen("a");
    const stays = second.listen("b");
    await browser.rest();
    await browser.clock.pass(60_000);
    first.tab.stop();
    await browser.rest();
    expect(browser.streamed).toEqual(["b"]);
    expect(stays.onBack.mock.calls).toEqual([[0]]);
    browser.streams[0]?.onEvent(changed, "b");
    expect(stays.onEvent).toHaveBeenCalledTimes(1);
    expect(gone.onEvent).not.toHaveBeenCalled();
  });

  it("are not listened for any more when they are gone without a word", async () => {
    const browser = new FakeBrowser();
    const [first, second] = [browser.open(), browser.open()];
    first.listen("a");
    second.listen("b");
    await browser.rest();
    expect(browser.streamed).toEqual(["a b"]);
    second.tab.stop();
    await browser.rest();
    await browser.rest();
    expect(browser.streamed).toEqual(["a"]);
  });

  it("are not taken for gone while they are still arriving", async () => {
    const browser = new FakeBrowser();
    browser.open().listen("a");
    await browser.rest();
    browser.slow = "live-tab-tab2";
    browser.open().listen("b");
    await browser.rest();
    expect(browser.streamed).toEqual(["a b"]);
  });

  it("look now and then for what a stream does not hold any more", async () => {
    const browser = new FakeBrowser();
    const tab = browser.open();
    const heard = Array.from({ length: 52 }, (_, index) => tab.listen(`a${index}`));
    await browser.rest();
    expect(browser.streams[0]?.ids).toHaveLength(50);
    await browser.clock.pass(20_000);
    expect(heard.at(-1)?.onBack.mock.calls).toEqual([[20_000]]);
  });

  it("believe no message that is none", async () => {
    const browser = new FakeBrowser();
    const a = browser.open().listen("a");
    await browser.rest();
    for (const message of [null, 1, "x", {}, { type: "wish", tab: 5, ids: ["x"] }, { type: "wish", tab: "t", ids: [5] }, { type: "event", artifactId: "a", event: { type: "toString" } }]) browser.shout(message);
    await browser.rest();
    expect(browser.streamed).toEqual(["a"]);
    expect(a.onEvent).not.toHaveBeenCalled();
  });
});
