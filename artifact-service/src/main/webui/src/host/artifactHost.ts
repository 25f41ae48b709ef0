import type { Json } from "../../protocol.ts";
import { Problem } from "../api/problem.ts";
import type { CallBody, StoragePatch } from "../api/server.ts";
import type { Artifact, ArtifactTool, CallAnswer, PersonRef, Run, Schedule, StorageState, Ticket } from "../api/types.ts";
import { Asks } from "./asks.ts";
import { CallDesk } from "./callDesk.ts";
import { CallLog, type CallRecord } from "./callLog.ts";
import { Backoff, pause, type Clock } from "./clock.ts";
import type { LiveEvent } from "./events.ts";
import { sourceOf } from "./names.ts";
import { PageLoad, type LoadMode } from "./pageLoad.ts";
import { PageSession, type PageNote, type PageServices } from "./pageSession.ts";
import { PersonDesk } from "./personDesk.ts";
import { Recovery } from "./recovery.ts";
import type { SessionShelf } from "./sessionShelf.ts";
import { Signal } from "./signal.ts";
import { StorageDesk, type UnsentShelf } from "./storageDesk.ts";
import { isWorse } from "./worth.ts";
import { WriteDesk } from "./writeDesk.ts";

/** The requests of an open artifact. */
export interface HostApi {
  ticket(): Promise<Ticket>;
  call(body: CallBody, signal?: AbortSignal): Promise<CallAnswer>;
  ask(prompt: string, data: Json[]): Promise<{ text: string; isError?: boolean }>;
  storage(): Promise<StorageState>;
  saveStorage(patch: StoragePatch, keepalive: boolean): Promise<{ revision: number }>;
  schedules(): Promise<Schedule[]>;
  runSchedule(id: string): Promise<Run>;
}

/** What the host needs of the browser around it. */
export interface HostBrowser {
  readonly window: Window;
  visible(): boolean;
  open(url: string): void;
  save(name: string, content: Blob): void;
  copy(text: string): Promise<boolean>;
  subscribe(onEvent: (event: LiveEvent) => void, onStatus: (open: boolean, again: boolean) => void): () => void;
}

export interface HostSetting {
  readonly api: HostApi;
  readonly browser: HostBrowser;
  readonly clock: Clock;
  readonly person: PersonRef;
  readonly locale: string;
  readonly session: SessionShelf;
  readonly unsent: UnsentShelf;
  readonly onArtifactChanged: () => void;
}

export interface FrameView {
  readonly id: number;
  /** The frame's name from the moment it is made: it carries the session's storage into the page. */
  readonly name: string;
  readonly phase: "loading" | "shown" | "leaving";
}

export type HostAccess = "open" | "signed-out" | "revoked" | "gone";

export interface HostState {
  readonly frames: readonly FrameView[];
  readonly records: readonly CallRecord[];
  readonly notes: readonly PageNote[];
  readonly access: HostAccess;
  /** Why nothing can be shown at all. */
  readonly trouble: string | null;
  readonly away: boolean;
  readonly reloading: LoadMode | null;
  /** Data that landed while the page is open: when, and whether the page shows it already. */
  readonly newData: { readonly at: number; readonly shown: boolean } | null;
  readonly newVersion: boolean;
}

const nothingYet: HostState = {
  frames: [],
  records: [],
  notes: [],
  access: "open",
  trouble: null,
  away: false,
  reloading: null,
  newData: null,
  newVersion: false,
};

const settleMs = 150;
const fadeMs = 250;
const idleMs = 6_000;
const noticeMs = 12_000;
const lostWindowMs = 60_000;
const mostLost = 5;

/** Runs one open artifact: the loads of its page, its storage, and what the server says meanwhile. */
export class ArtifactHost {
  readonly state = new Signal<HostState>(nothingYet);
  readonly asks = new Asks();
  readonly tools = new Signal<readonly ArtifactTool[]>([]);

  readonly #storage: StorageDesk;
  readonly #recovery: Recovery;
  #loads: readonly PageLoad[] = [];
  #nextId = 1;
  #round = 0;
  #lastActivity = 0;
  #lostAt: readonly number[] = [];
  #version = 0;
  #unsubscribe: (() => void) | undefined;
  #cancelIdle: (() => void) | undefined;
  #cancelNotice: (() => void) | undefined;

  constructor(private readonly setting: HostSetting) {
    const { api, browser, clock, unsent } = setting;
    this.#storage = new StorageDesk(
      { load: () => api.storage(), save: (patch, keepalive) => api.saveStorage(patch, keepalive) },
      unsent,
      clock,
      (items, keep) => this.#loads.forEach(({ session }) => session?.storageChanged(items, keep)),
      (problem) => this.#note(this.#current(), { level: "warning", text: `Not kept: ${problem.message}`, where: null }),
    );
    this.#recovery = new Recovery(
      clock,
      () => browser.visible(),
      (name) => this.tools.value.some((tool) => tool.name === name && tool.readOnly),
      ({ name, args }) => api.call({ name, args, freshness: "cached" }),
      () => this.#dataArrived(clock.now()),
    );
  }

  start(): void {
    if (this.#unsubscribe !== undefined) return;
    this.#unsubscribe = this.setting.browser.subscribe(
      (event) => this.#onEvent(event),
      (open, again) => {
        if (open && again) this.#catchUp();
      },
    );
    if (this.#loads.length === 0) void this.load("stored");
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#round++;
    this.#recovery.stop();
    this.#cancelIdle?.();
    this.#cancelNotice?.();
    this.leave();
    for (const load of this.#loads) this.#close(load);
    this.#loads = [];
    this.#publish({ reloading: null });
  }

  /** The app is being left: whatever can still be sent is sent. */
  leave(): void {
    void this.#storage.flush(true);
  }

  /** What is known of the artifact: its tools, and whether there is a newer version than the one on screen. */
  know({ tools, version }: Pick<Artifact, "tools" | "version">): void {
    this.tools.set(tools);
    if (this.#version === 0) this.#version = version;
    if (version > this.#version) this.#publish({ newVersion: true });
  }

  /** Loads the page anew beside the one on screen, which it replaces when it has settled. */
  async load(mode: LoadMode): Promise<void> {
    const round = ++this.#round;
    this.#cancelIdle?.();
    this.#publish({ reloading: mode, trouble: null });
    await Promise.all(this.#loads.flatMap(({ session }) => (session === undefined ? [] : [session.flush()])));
    await this.#storage.flush();
    const ticket = await this.#ticket(round);
    if (ticket === undefined || round !== this.#round) return;
    for (const unfinished of this.#loads.filter(({ shown }) => !shown)) this.#remove(unfinished);
    const { session, clock } = this.setting;
    this.#loads = [...this.#loads, new PageLoad(this.#nextId++, session.frameName(), mode, ticket, clock)];
    this.#publish({});
  }

  /** The app has put the frame's element into the document. */
  attach(id: number, element: HTMLIFrameElement): void {
    const load = this.#loads.find((candidate) => candidate.id === id);
    if (load === undefined || load.attached) return;
    load.onClose(load.log.records.subscribe(() => this.#onLog(load)));
    load.attach(element, this.setting.browser.window, {
      onPort: (port) => this.#connect(load, port),
      onLost: () => this.#lost(load),
      onLate: () => {
        this.#show(load);
        if (!this.#isLoading()) this.#publish({ reloading: null });
      },
    });
    if (this.#current() === undefined) this.#show(load);
  }

  print(): void {
    this.#current()?.session?.print();
  }

  /** Makes a call of the page again, past every cache and beside the page. */
  callAgain({ name, args }: CallRecord): Promise<CallAnswer> {
    return this.setting.api.call({ name, args, freshness: "live" });
  }

  showNewVersion(): void {
    this.#version = 0;
    this.#publish({ newVersion: false });
    this.setting.onArtifactChanged();
    void this.load("stored");
  }

  dismissNewData(): void {
    this.#publish({ newData: null });
  }

  #onEvent(event: LiveEvent): void {
    switch (event.type) {
      case "refreshed":
        if (event.outcome !== "failed" && event.outcome !== "gone") this.#dataArrived(event.finishedAt);
        return;
      case "changed":
        this.setting.onArtifactChanged();
        return;
      case "storage":
        void this.#storage.changedElsewhere(event.revision).catch(() => undefined);
        return;
      case "revoked":
        this.#end("revoked");
        return;
    }
  }

  /** The stream was broken: what was said meanwhile is asked for. */
  #catchUp(): void {
    this.setting.onArtifactChanged();
    void this.#storage.changedElsewhere(Number.MAX_SAFE_INTEGER).catch(() => undefined);
  }

  #dataArrived(at: number): void {
    const session = this.#current()?.session;
    if (session?.watching === true) {
      session.refetchWatches();
      this.#announce(at);
      return;
    }
    this.#publish({ newData: { at, shown: false } });
    this.#loadWhenIdle();
  }

  /** Never under a person's hands: waits until they pause. */
  #loadWhenIdle(): void {
    this.#cancelIdle?.();
    const { clock } = this.setting;
    const wait = this.#lastActivity + idleMs - clock.now();
    if (wait <= 0) void this.load("stored");
    else this.#cancelIdle = clock.after(wait, () => this.#loadWhenIdle());
  }

  #announce(at: number): void {
    this.#publish({ newData: { at, shown: true } });
    this.#cancelNotice?.();
    this.#cancelNotice = this.setting.clock.after(noticeMs, () => this.dismissNewData());
  }

  #onProblem(problem: Problem): void {
    if (problem.kind === "away") this.#publish({ away: true });
    if (problem.kind === "signed-out") this.#publish({ access: "signed-out" });
    if (problem.kind === "not-found") this.#end("gone");
  }

  #end(access: HostAccess): void {
    this.stop();
    this.#publish({ access });
  }

  async #ticket(round: number): Promise<Ticket | undefined> {
    const backoff = new Backoff(600, 10_000);
    while (round === this.#round) {
      try {
        const ticket = await this.setting.api.ticket();
        this.#publish({ away: false });
        return ticket;
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== "away") {
          this.#notOpened(error);
          return undefined;
        }
        this.#onProblem(error);
        await pause(this.setting.clock, backoff.next());
      }
    }
    return undefined;
  }

  #notOpened(error: unknown): void {
    if (error instanceof Problem) this.#onProblem(error);
    const trouble = error instanceof Problem ? error.message : "This page could not be opened.";
    this.#publish({ reloading: null, ...(this.#current() === undefined ? { trouble } : {}) });
  }

  #connect(load: PageLoad, port: MessagePort): void {
    const { api, clock } = this.setting;
    const line = {
      call: (body: CallBody, signal: AbortSignal) => api.call(body, signal),
      sourceOf: (name: string) => sourceOf(this.tools.value, name),
      onProblem: (problem: Problem) => this.#onProblem(problem),
      onAnswer: () => this.#publish({ away: false }),
    };
    const desk = new CallDesk(line, load.log, new WriteDesk(this.asks, load, clock), clock, load.mode === "live");
    load.session = new PageSession(port, desk, load.log, this.#services(load), clock);
  }

  #services(load: PageLoad): PageServices {
    const { api, browser, clock, person, locale, session } = this.setting;
    const desk = new PersonDesk(this.asks, load, {
      open: (url) => browser.open(url),
      save: (name, content) => browser.save(name, content),
      copy: (text) => browser.copy(text),
      ask: (prompt, data) => api.ask(prompt, data),
      schedules: () => api.schedules(),
      runSchedule: (id) => api.runSchedule(id),
    });
    return {
      tools: () => this.tools.value,
      ask: (prompt, data) => desk.askClaude(prompt, data),
      runTask: (taskId) => desk.runTask(taskId),
      openLink: (url) => desk.openLink(url),
      offerPrompt: (text) => desk.offerPrompt(text),
      saveFile: (file) => desk.saveFile(file),
      user: () => ({ displayName: person.name, name: person.name, locale }),
      visible: () => browser.visible(),
      write: (area, write) => (area === "local" ? this.#storage.write(write) : session.write(write)),
      note: (note) => this.#note(load, note),
      activity: () => {
        this.#lastActivity = clock.now();
      },
      progress: () => this.#considerShowing(load),
    };
  }

  /** The page is gone from its frame, so it gets a new ticket; but not without end. */
  #lost(load: PageLoad): void {
    if (!this.#loads.includes(load)) return;
    const now = this.setting.clock.now();
    this.#lostAt = [...this.#lostAt.filter((at) => now - at < lostWindowMs), now];
    this.#remove(load);
    if (this.#lostAt.length <= mostLost) void this.load("stored");
    else this.#publish({ reloading: null, trouble: "This page keeps leading itself away, so it was stopped." });
  }

  #considerShowing(load: PageLoad): void {
    if (!load.settled) return;
    load.onClose(
      this.setting.clock.after(settleMs, () => {
        if (load.settled) this.#settle(load);
      }),
    );
  }

  #settle(load: PageLoad): void {
    const current = this.#current();
    const worse = !load.shown && current !== undefined && isWorse(load.log.records.value, current.log.records.value);
    if (worse) this.#keep(current, load);
    else this.#show(load);
  }

  /** The sources are away: the last good page stays, and says so. */
  #keep(current: PageLoad, failed: PageLoad): void {
    for (const { key, error } of CallLog.newest(failed.log.records.value)) current.log.markOld(key, error);
    this.#remove(failed);
    this.#publish({ reloading: null, newData: null });
  }

  #show(load: PageLoad): void {
    if (!this.#loads.includes(load)) return;
    const waiting = !load.settled && load.session !== undefined;
    if (!load.shown) this.#changeOver(load);
    this.#publish(waiting || this.#isLoading() ? {} : { reloading: null });
  }

  #changeOver(load: PageLoad): void {
    const before = this.#loads.filter(({ id }) => id < load.id);
    const focused = before.some((old) => old.focused);
    for (const old of before) old.shown = false;
    load.shown = true;
    this.setting.clock.after(fadeMs, () => before.forEach((old) => this.#remove(old)));
    this.#recovery.watch(load.log);
    const arrived = this.state.value.newData;
    if (arrived?.shown === false) this.#announce(arrived.at);
    if (focused) load.focus();
  }

  #remove(load: PageLoad): void {
    this.#close(load);
    this.#loads = this.#loads.filter((other) => other !== load);
    this.#publish({});
  }

  #close(load: PageLoad): void {
    this.asks.withdraw(load);
    load.close();
  }

  #current(): PageLoad | undefined {
    return this.#loads.findLast(({ shown }) => shown);
  }

  #isLoading(): boolean {
    const current = this.#current();
    return this.#loads.some(({ id }) => current === undefined || id > current.id);
  }

  #onLog(load: PageLoad): void {
    if (load.shown) this.#publish({});
  }

  #note(load: PageLoad | undefined, note: PageNote): void {
    load?.note(note);
    this.#publish({});
  }

  #publish(change: Partial<HostState>): void {
    const current = this.#current();
    const frames = this.#loads.map<FrameView>((load) => ({ id: load.id, name: load.name, phase: phaseOf(load, current) }));
    this.state.update((state) => ({
      ...state,
      ...change,
      frames: sameFrames(state.frames, frames) ? state.frames : frames,
      records: current?.log.records.value ?? [],
      notes: current?.notes ?? [],
    }));
  }
}

function phaseOf(load: PageLoad, current: PageLoad | undefined): FrameView["phase"] {
  if (load.shown) return "shown";
  return current !== undefined && load.id < current.id ? "leaving" : "loading";
}

function sameFrames(a: readonly FrameView[], b: readonly FrameView[]): boolean {
  return a.length === b.length && a.every((frame, index) => frame.id === b[index]?.id && frame.phase === b[index].phase);
}
