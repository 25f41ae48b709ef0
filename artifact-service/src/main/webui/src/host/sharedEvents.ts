import type { Clock } from "./clock.ts";
import { EventsLine, readEvent, type LiveEvent } from "./events.ts";

/** The browser's locks: one holder of a name among all tabs. */
export interface Locks {
  /** Runs `work` while the lock is held; `ifFree` gives up at once where another holds it. */
  hold<T>(name: string, ifFree: boolean, signal: AbortSignal, work: (held: boolean) => Promise<T>): Promise<T>;
}

/** What the tabs of a browser tell each other. */
export interface Tabs {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

export interface SharedSetting {
  readonly id: string;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly tabs: Tabs;
  stream(onEvent: (event: LiveEvent) => void, onBack: (gapMs: number) => void): Pick<EventsLine, "start" | "stop">;
}

/**
 * Browsers open six connections to a server that speaks HTTP/1.1. Streams keep at most so many of them, however many tabs
 * are open: the others are for the calls.
 */
const slots = 3;
const lookAgainMs = 20_000;
const tookOverMs = 500;

/**
 * One artifact's events for all tabs that show it: one tab has the stream and tells the others. Where too many different
 * artifacts are open, the last ones look now and then instead, until a place is free.
 */
export class SharedEvents {
  readonly #stop = new AbortController();
  readonly #startedAt: number;

  constructor(
    private readonly setting: SharedSetting,
    private readonly onEvent: (event: LiveEvent) => void,
    private readonly onBack: (gapMs: number) => void,
  ) {
    this.#startedAt = setting.clock.now();
  }

  start(): void {
    const { id, locks, tabs } = this.setting;
    tabs.listen((message) => this.#heard(message));
    void locks.hold(`live-events-${id}`, false, this.#stop.signal, () => this.#lead()).catch(() => undefined);
  }

  stop(): void {
    this.#stop.abort();
    this.setting.tabs.close();
  }

  /** This tab is the one that listens for all. */
  async #lead(): Promise<void> {
    const { clock } = this.setting;
    let since = clock.now();
    // What happened between the last leader's end and now was heard by nobody.
    if (since - this.#startedAt > tookOverMs) this.#tellBack(0);
    while (!(await this.#ranInASlot()) && (await this.#waited())) {
      this.#tellBack(clock.now() - since);
      since = clock.now();
    }
  }

  /** True if the stream ran, until this tab was left. */
  async #ranInASlot(): Promise<boolean> {
    for (let slot = 0; slot < slots; slot++) if (await this.#ranIn(slot)) return true;
    return false;
  }

  #ranIn(slot: number): Promise<boolean> {
    return this.setting.locks.hold(`live-stream-${slot}`, true, this.#stop.signal, async (held) => {
      if (held) await this.#stream();
      return held;
    });
  }

  #stream(): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.resolve();
    const line = this.setting.stream(
      (event) => {
        this.setting.tabs.post(event);
        this.onEvent(event);
      },
      (gapMs) => this.#tellBack(gapMs),
    );
    line.start();
    return new Promise((resolve) => {
      this.#stop.signal.addEventListener("abort", () => {
        line.stop();
        resolve();
      });
    });
  }

  #tellBack(gapMs: number): void {
    this.setting.tabs.post({ type: "back", gapMs });
    this.onBack(gapMs);
  }

  #heard(message: unknown): void {
    const { type, gapMs } = (message ?? {}) as { type?: unknown; gapMs?: unknown };
    if (type === "back") this.onBack(typeof gapMs === "number" ? gapMs : 0);
    const event = readEvent(message);
    if (event !== undefined) this.onEvent(event);
  }

  /** True after a while, false as soon as this tab is left. */
  #waited(): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = this.setting.clock.after(lookAgainMs, () => resolve(true));
      this.#stop.signal.addEventListener("abort", () => {
        cancel();
        resolve(false);
      });
    });
  }
}
