import { limits, type CacheWish, type Json, type WatchEvent } from "../../protocol.ts";
import { callKey } from "./callLog.ts";
import type { ClaudeCalls, ClaudeOutcome } from "./claudeCalls.ts";
import type { Clock } from "./clock.ts";

export interface WatchWish {
  readonly watchId: number;
  readonly name: string;
  readonly input: Json;
  readonly cache: CacheWish | false | null;
  readonly refetchInterval: number | null;
}

interface Watch extends WatchWish {
  readonly key: string;
  running: boolean;
  again: boolean;
  cancelTimer: (() => void) | undefined;
}

function eventOf(outcome: ClaudeOutcome): WatchEvent {
  return outcome.ok ? { type: "result", result: outcome.result } : { type: "error", error: outcome.error };
}

/** What a page watches: fetched at once, by interval while the page is visible, and whenever new data lands. */
export class Watches {
  readonly #watches = new Map<number, Watch>();

  constructor(
    private readonly calls: ClaudeCalls,
    private readonly clock: Clock,
    private readonly visible: () => boolean,
    private readonly tell: (watchId: number, event: WatchEvent) => void,
  ) {}

  get size(): number {
    return this.#watches.size;
  }

  keys(): string[] {
    return [...this.#watches.values()].map((watch) => watch.key);
  }

  start(wish: WatchWish): void {
    if (this.#watches.size >= limits.watches && !this.#watches.has(wish.watchId)) {
      const message = `A page can watch ${limits.watches} calls at once.`;
      this.tell(wish.watchId, { type: "error", error: { code: "rate_limited", message, retryable: false } });
      return;
    }
    this.stop(wish.watchId);
    const watch: Watch = { ...wish, key: callKey(wish.name, wish.input), running: false, again: false, cancelTimer: undefined };
    this.#watches.set(wish.watchId, watch);
    void this.#fetch(watch);
    this.#schedule(watch);
  }

  stop(watchId: number): void {
    this.#watches.get(watchId)?.cancelTimer?.();
    this.#watches.delete(watchId);
  }

  close(): void {
    for (const watchId of [...this.#watches.keys()]) this.stop(watchId);
  }

  refetch(matches: (key: string) => boolean = () => true): void {
    for (const watch of this.#watches.values()) if (matches(watch.key)) void this.#fetch(watch);
  }

  deliver(key: string, outcome: ClaudeOutcome): void {
    for (const watch of this.#watches.values()) if (watch.key === key) this.tell(watch.watchId, eventOf(outcome));
  }

  #schedule(watch: Watch): void {
    if (watch.refetchInterval === null) return;
    const interval = Math.max(limits.refetchIntervalMs, watch.refetchInterval);
    watch.cancelTimer = this.clock.after(interval, () => {
      if (!this.#isOn(watch)) return;
      if (this.visible()) void this.#fetch(watch);
      this.#schedule(watch);
    });
  }

  /** One fetch per watch at a time; what is asked for meanwhile follows. */
  async #fetch(watch: Watch): Promise<void> {
    if (watch.running) {
      watch.again = true;
      return;
    }
    watch.running = true;
    const outcome = await this.calls.call(watch.name, watch.input, watch.cache);
    watch.running = false;
    if (this.#isOn(watch)) this.tell(watch.watchId, eventOf(outcome));
    if (!watch.again) return;
    watch.again = false;
    if (this.#isOn(watch)) void this.#fetch(watch);
  }

  #isOn(watch: Watch): boolean {
    return this.#watches.get(watch.watchId) === watch;
  }
}
