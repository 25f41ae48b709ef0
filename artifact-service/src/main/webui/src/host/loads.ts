import { Problem } from "../api/problem.ts";
import type { Ticket } from "../api/types.ts";
import { CallLog } from "./callLog.ts";
import { Backoff, pause, type Clock } from "./clock.ts";
import { PageLoad, type LoadMode } from "./pageLoad.ts";
import { isWorse } from "./worth.ts";

export interface FrameView {
  readonly id: number;
  /** The frame's name from the moment it is made: it carries the session's storage into the page. */
  readonly name: string;
  readonly phase: "loading" | "shown" | "leaving";
}

/** What the loads of a page need from their host. */
export interface LoadsSetting {
  readonly clock: Clock;
  readonly window: Window;
  ticket(): Promise<Ticket>;
  /** Keeps what the page still holds back, before its next load starts from what is kept. */
  flush(): Promise<void>;
  frameName(): string;
  connect(load: PageLoad, port: MessagePort): void;
  onChange(): void;
  onShown(load: PageLoad): void;
  onClosed(load: PageLoad): void;
  onProblem(problem: Problem): void;
  onTicket(): void;
}

const settleMs = 150;
const fadeMs = 250;
const lostWindowMs = 60_000;
const mostLost = 5;

/** The frames of one open artifact: the page on screen, and beside it the one that is about to take its place. */
export class Loads {
  /** Under way: what kind of load; null when all is quiet. */
  mode: LoadMode | null = null;
  /** Why nothing can be shown at all. */
  trouble: string | null = null;
  #all: readonly PageLoad[] = [];
  #nextId = 1;
  #round = 0;
  #lostAt: readonly number[] = [];

  constructor(private readonly setting: LoadsSetting) {}

  get all(): readonly PageLoad[] {
    return this.#all;
  }

  get current(): PageLoad | undefined {
    return this.#all.findLast(({ shown }) => shown);
  }

  get frames(): FrameView[] {
    const { current } = this;
    return this.#all.map((load) => ({ id: load.id, name: load.name, phase: phaseOf(load, current) }));
  }

  /** Sources that keep the page to come waiting for long. */
  get slow(): string[] {
    return this.current === undefined ? [] : this.#coming().flatMap((load) => load.slowSources);
  }

  async load(mode: LoadMode): Promise<void> {
    const round = ++this.#round;
    this.mode = mode;
    this.trouble = null;
    this.setting.onChange();
    const ticket = await this.#ticket(round);
    if (ticket === undefined || round !== this.#round) return;
    for (const unfinished of this.#all.filter(({ shown }) => !shown)) this.#remove(unfinished);
    this.#all = [...this.#all, new PageLoad(this.#nextId++, this.setting.frameName(), mode, ticket, this.setting.clock)];
    this.setting.onChange();
  }

  /** The app has put the frame's element into the document. */
  attach(id: number, element: HTMLIFrameElement): void {
    const load = this.#all.find((candidate) => candidate.id === id);
    if (load === undefined || load.attached) return;
    load.onClose(load.log.records.subscribe(() => load.shown && this.setting.onChange()));
    load.attach(element, this.setting.window, {
      onPort: (port) => this.setting.connect(load, port),
      onLost: () => this.#lost(load),
      onSlow: () => this.setting.onChange(),
      onLate: () => this.#late(load),
    });
    if (this.current === undefined) this.#show(load);
  }

  stop(): void {
    this.#round++;
    this.mode = null;
    for (const load of this.#all) this.#close(load);
    this.#all = [];
    this.setting.onChange();
  }

  /** Something of a load moved on: when it is loaded, everything is answered and nothing follows, it has settled. */
  consider(load: PageLoad): void {
    if (!load.settled) return;
    load.onClose(
      this.setting.clock.after(settleMs, () => {
        if (load.settled) this.#settle(load);
      }),
    );
  }

  async #ticket(round: number): Promise<Ticket | undefined> {
    const backoff = new Backoff(600, 10_000);
    while (round === this.#round) {
      try {
        // Each time: what could not be kept while the server was away is kept before the page starts from it.
        await this.setting.flush();
        const ticket = await this.setting.ticket();
        this.setting.onTicket();
        return ticket;
      } catch (error) {
        if (error instanceof Problem) this.setting.onProblem(error);
        if (!(error instanceof Problem) || error.kind !== "away") {
          this.#notOpened(error);
          return undefined;
        }
        await pause(this.setting.clock, backoff.next());
      }
    }
    return undefined;
  }

  #notOpened(error: unknown): void {
    this.mode = null;
    if (this.current === undefined) this.trouble = error instanceof Problem ? error.message : "This page could not be opened.";
    this.setting.onChange();
  }

  #settle(load: PageLoad): void {
    const { current } = this;
    const worse = !load.shown && current !== undefined && isWorse(load.log.records.value, current.log.records.value);
    if (worse) this.#keep(current, load);
    else this.#show(load);
  }

  /** The sources are away: the last good page stays, and says so. */
  #keep(current: PageLoad, failed: PageLoad): void {
    for (const { key, error } of CallLog.newest(failed.log.records.value)) current.log.markOld(key, error);
    this.mode = null;
    this.#remove(failed);
  }

  #show(load: PageLoad): void {
    if (!this.#all.includes(load)) return;
    if (!load.shown) this.#changeOver(load);
    if (load.settled && this.#coming().length === 0) this.mode = null;
    this.setting.onChange();
  }

  #late(load: PageLoad): void {
    this.#show(load);
    if (this.#coming().length === 0) this.mode = null;
    this.setting.onChange();
  }

  #changeOver(load: PageLoad): void {
    const before = this.#all.filter(({ id }) => id < load.id);
    const focused = before.some((old) => old.focused);
    for (const old of before) old.shown = false;
    load.shown = true;
    this.setting.clock.after(fadeMs, () => before.forEach((old) => this.#remove(old)));
    this.setting.onShown(load);
    if (focused) load.focus();
  }

  /** The page is gone from its frame, so it gets a new ticket; but not without end. */
  #lost(load: PageLoad): void {
    if (!this.#all.includes(load)) return;
    const now = this.setting.clock.now();
    this.#lostAt = [...this.#lostAt.filter((at) => now - at < lostWindowMs), now];
    this.#remove(load);
    if (this.#lostAt.length <= mostLost) {
      void this.load("stored");
      return;
    }
    this.mode = null;
    this.trouble = "This page keeps leading itself away, so it was stopped.";
    this.setting.onChange();
  }

  #coming(): PageLoad[] {
    const shown = this.current?.id ?? 0;
    return this.#all.filter(({ id }) => id > shown);
  }

  #remove(load: PageLoad): void {
    this.#close(load);
    this.#all = this.#all.filter((other) => other !== load);
    this.setting.onChange();
  }

  #close(load: PageLoad): void {
    load.close();
    this.setting.onClosed(load);
  }
}

function phaseOf(load: PageLoad, current: PageLoad | undefined): FrameView["phase"] {
  if (load.shown) return "shown";
  return current !== undefined && load.id < current.id ? "leaving" : "loading";
}
