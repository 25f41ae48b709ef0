import { describe, expect, it, vi } from "vitest";
import { FakeClock, settle } from "../testing/fakeClock.ts";
import type { LiveEvent } from "./events.ts";
import { SharedEvents, type Locks, type Tabs } from "./sharedEvents.ts";

/** What all tabs of one browser have in common. */
class FakeBrowser {
  readonly clock = new FakeClock();
  readonly streams: { id: string; tell: (event: LiveEvent) => void; lose: (gapMs: number) => void }[] = [];
  readonly #held = new Map<string, Promise<unknown>>();
  readonly #channels = new Map<string, Set<(message: unknown) => void>>();

  readonly locks: Locks = {
    hold: async (name, ifFree, signal, work) => {
      if (ifFree && this.#held.has(name)) return work(false);
      while (this.#held.has(name)) {
        await Promise.race([this.#held.get(name), new Promise((resolve) => signal.addEventListener("abort", resolve))]);
        signal.throwIfAborted();
      }
      const working = work(true).finally(() => this.#held.delete(name));
      this.#held.set(name, working);
      return working;
    },
  };

  open(id: string) {
    const onEvent = vi.fn();
    const onBack = vi.fn();
    const tab = new SharedEvents(
      {
        id,
        clock: this.clock,
        locks: this.locks,
        tabs: this.#tabs(id),
        stream: (tell, lose) => {
          const stream = { id, tell, lose };
          return {
            start: () => this.streams.push(stream),
            stop: () => this.streams.splice(this.streams.indexOf(stream), 1),
          };
        },
      },
      onEvent,
      onBack,
    );
    tab.start();
    return { tab, onEvent, onBack };
  }

  #tabs(id: string): Tabs {
    const all = this.#channels.get(id) ?? new Set();
    this.#channels.set(id, all);
    let own: ((message: unknown) => void) | undefined;
    return {
      post: (message) => all.forEach((listener) => listener !== own && listener(message)),
      listen: (listener) => {
        own = listener;
        all.add(listener);
      },
      close: () => own !== undefined && all.delete(own),
    };
  }
}

const changed: LiveEvent = { type: "changed", version: 2 };

describe("the tabs of one browser", () => {
  it("share one stream for one artifact, and all hear it", async () => {
    const browser = new FakeBrowser();
    const tabs = [browser.open("a"), browser.open("a"), browser.open("a")];
    await settle();
    expect(browser.streams).toHaveLength(1);
    browser.streams[0]?.tell(changed);
    browser.streams[0]?.lose(2_000);
    for (const { onEvent, onBack } of tabs) {
      expect(onEvent.mock.calls).toEqual([[changed]]);
      expect(onBack.mock.calls).toEqual([[2_000]]);
    }
  });

  it("pass the stream on when the one that has it is closed, and look for what nobody heard", async () => {
    const browser = new FakeBrowser();
    const first = browser.open("a");
    const second = browser.open("a");
    await browser.clock.pass(60_000);
    first.tab.stop();
    await settle();
    expect(browser.streams).toHaveLength(1);
    expect(second.onBack.mock.calls).toEqual([[0]]);
    browser.streams[0]?.tell(changed);
    expect(second.onEvent).toHaveBeenCalledTimes(1);
    expect(first.onEvent).not.toHaveBeenCalled();
  });

  it("never take all connections: the fourth artifact looks now and then until a place is free", async () => {
    const browser = new FakeBrowser();
    const [first] = ["a", "b", "c"].map((id) => browser.open(id));
    const fourth = browser.open("d");
    await settle();
    expect(browser.streams).toHaveLength(3);
    await browser.clock.pass(45_000);
    expect(fourth.onBack.mock.calls).toEqual([[20_000], [20_000]]);
    first?.tab.stop();
    await browser.clock.pass(20_000);
    expect(browser.streams.map(({ id }) => id)).toEqual(["b", "c", "d"]);
  });

  it("believe no message that is none", async () => {
    const browser = new FakeBrowser();
    const { onEvent, onBack } = browser.open("a");
    await settle();
    const other = browser.open("a");
    await settle();
    for (const message of [null, 1, "x", {}, { type: "toString" }, { type: "refreshed" }, { type: ["changed"] }]) {
      browser.streams[0]?.tell(message as LiveEvent);
    }
    expect(other.onEvent).not.toHaveBeenCalled();
    expect(onBack).not.toHaveBeenCalled();
    expect(onEvent).toHaveBeenCalled();
  });
});
