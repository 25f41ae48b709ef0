import { isObject } from "../../protocol.ts";
import type { Clock } from "./clock.ts";
import { readEvent, type EventsLine, type LiveEvent } from "./events.ts";
import { Wishes } from "./wishes.ts";

/** The browser's locks: one holder of a name among all tabs. */
export interface Locks {
  readonly hold: (name: string, signal: AbortSignal, work: () => Promise<void>) => Promise<void>;
}

/** What the tabs of a browser tell each other. */
export interface Tabs {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

export type Stream = Pick<EventsLine, "start" | "stop" | "lostForMs">;

export interface StreamEvents {
  readonly onEvent: (event: LiveEvent, artifactId: string) => void;
  readonly onOpen: () => void;
  readonly onBack: (gapMs: number) => void;
}

export interface BrowserSetting {
  /** This tab's name among all tabs. */
  readonly tab: string;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly tabs: Tabs;
  stream(ids: readonly string[], events: StreamEvents): Stream;
}

export interface Listener {
  onEvent(event: LiveEvent): void;
  /** Something may have been missed, for so long. */
  onBack(gapMs: number): void;
}

const gatherMs = 30;
const lookAgainMs = 20_000;
const tookOverMs = 500;

/**
 * The events of every artifact that any tab of this browser shows, over one stream: browsers open six connections to a
 * server that speaks HTTP/1.1, and the others are for the calls. One tab has the stream and tells the others.
 */
export class BrowserEvents {
  readonly #stop = new AbortController();
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #wishes = new Wishes();
  readonly #startedAt: number;
  /** True once this tab holds its own lock: before, another could take it for a tab that is gone. */
  #known = false;
  #leads = false;
  #line: Stream | undefined;
  #open: readonly string[] = [];
  #cancelApply: (() => void) | undefined;
  #cancelLook: (() => void) | undefined;

  constructor(private readonly setting: BrowserSetting) {
    const { clock, locks, tab, tabs } = setting;
    this.#startedAt = clock.now();
    tabs.listen((message) => this.#heard(message));
    // Held as long as this tab lives: who waits for it learns when the tab is gone.
    void locks.hold(`live-tab-${tab}`, this.#stop.signal, () => this.#arrived()).catch(() => undefined);
    void locks.hold("live-events", this.#stop.signal, () => this.#lead()).catch(() => undefined);
  }

  listen(artifactId: string, listener: Listener): () => void {
    this.#listeners.set(artifactId, new Set([...(this.#listeners.get(artifactId) ?? []), listener]));
    this.#tellWishes();
    return () => {
      const left = new Set([...(this.#listeners.get(artifactId) ?? [])].filter((other) => other !== listener));
      if (left.size > 0) this.#listeners.set(artifactId, left);
      else this.#listeners.delete(artifactId);
      this.#tellWishes();
    };
  }

  stop(): void {
    this.#stop.abort();
    this.#cancelApply?.();
    this.#cancelLook?.();
    this.#line?.stop();
    this.setting.tabs.close();
  }

  #arrived(): Promise<void> {
    this.#known = true;
    this.#tellWishes();
    return this.#left();
  }

  #left(): Promise<void> {
    return new Promise((resolve) => this.#stop.signal.addEventListener("abort", () => resolve()));
  }

  #tellWishes(): void {
    const { tab, tabs } = this.setting;
    const ids = [...this.#listeners.keys()];
    if (this.#leads) this.#wish(tab, ids);
    else if (this.#known) tabs.post({ type: "wish", tab, ids });
  }

  /** This tab is the one that listens for all. */
  #lead(): Promise<void> {
    const { clock, tabs } = this.setting;
    this.#leads = true;
    tabs.post({ type: "who" });
    this.#tellWishes();
    // What happened between the last leader's end and now was heard by nobody.
    if (clock.now() - this.#startedAt > tookOverMs) this.#tellBack(0);
    return this.#left();
  }

  #heard(message: unknown): void {
    if (!isObject(message)) return;
    const { type, tab, ids, artifactId, event, gapMs } = message;
    if (type === "who") this.#tellWishes();
    if (type === "back") this.#toAll(typeof gapMs === "number" ? gapMs : 0);
    if (type === "event" && typeof artifactId === "string") this.#tell(readEvent(event), artifactId);
    const named = Array.isArray(ids) && ids.every((id) => typeof id === "string");
    if (type === "wish" && typeof tab === "string" && named && this.#leads) this.#wish(tab, ids);
  }

  #wish(tab: string, ids: readonly string[]): void {
    if (tab !== this.setting.tab && !this.#wishes.knows(tab)) this.#watch(tab);
    this.#wishes.set(tab, ids);
    this.#cancelApply ??= this.setting.clock.after(gatherMs, () => this.#apply());
  }

  /** A tab that is closed says nothing: its lock becomes free. */
  #watch(tab: string): void {
    const gone = async () => {
      this.#wish(tab, []);
      this.#wishes.forget(tab);
      return Promise.resolve();
    };
    void this.setting.locks.hold(`live-tab-${tab}`, this.#stop.signal, gone).catch(() => undefined);
  }

  /** Opens a stream for what is wanted now; the one before is closed once the new one is open, so that nothing is missed. */
  #apply(): void {
    this.#cancelApply = undefined;
    const { streamed, waiting } = this.#wishes;
    this.#lookAgain(waiting.length > 0);
    if (streamed.join(" ") === this.#open.join(" ")) return;
    this.#open = streamed;
    let before = this.#line;
    if (streamed.length === 0) {
      before?.stop();
      this.#line = undefined;
      return;
    }
    const line = this.setting.stream(streamed, {
      onEvent: (event, artifactId) => this.#pass(event, artifactId),
      onOpen: () => {
        const lostForMs = before?.lostForMs;
        before?.stop();
        before = undefined;
        if (lostForMs !== undefined) this.#tellBack(lostForMs);
      },
      onBack: (gapMs) => this.#tellBack(gapMs),
    });
    this.#line = {
      start: () => line.start(),
      stop: () => [before, line].forEach((each) => each?.stop()),
      get lostForMs() {
        return line.lostForMs ?? before?.lostForMs;
      },
    };
    this.#line.start();
  }

  /** Where more artifacts are open than a stream takes, the last ones look now and then. */
  #lookAgain(needed: boolean): void {
    this.#cancelLook?.();
    if (!needed) return;
    this.#cancelLook = this.setting.clock.after(lookAgainMs, () => {
      this.#tellBack(lookAgainMs);
      this.#lookAgain(true);
    });
  }

  #pass(event: LiveEvent, artifactId: string): void {
    this.setting.tabs.post({ type: "event", artifactId, event });
    this.#tell(event, artifactId);
  }

  #tell(event: LiveEvent | undefined, artifactId: string): void {
    if (event === undefined) return;
    for (const listener of this.#listeners.get(artifactId) ?? []) listener.onEvent(event);
  }

  #tellBack(gapMs: number): void {
    this.setting.tabs.post({ type: "back", gapMs });
    this.#toAll(gapMs);
  }

  #toAll(gapMs: number): void {
    for (const listener of [...this.#listeners.values()].flatMap((all) => [...all])) listener.onBack(gapMs);
  }
}
