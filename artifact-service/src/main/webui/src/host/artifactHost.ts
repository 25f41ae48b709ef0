import { texts, type Json, type Methods } from "../../protocol.ts";
import { Problem } from "../api/problem.ts";
import type { CallBody, StoragePatch } from "../api/server.ts";
import type { Artifact, ArtifactTool, CallAnswer, Person, Run, Schedule, StorageState, Ticket } from "../api/types.ts";
import { Asks } from "./asks.ts";
import { CallDesk } from "./callDesk.ts";
import { CallLog, type CallRecord } from "./callLog.ts";
import { Backoff, pause, type Clock } from "./clock.ts";
import type { LiveEvent } from "./events.ts";
import { isQuietFile, openableUrl, safeName } from "./files.ts";
import { offerPort } from "./handshake.ts";
import { sourceOf } from "./names.ts";
import { PageSession, type PageNote, type PageServices } from "./pageSession.ts";
import { Recovery } from "./recovery.ts";
import type { SessionShelf } from "./sessionShelf.ts";
import { Signal } from "./signal.ts";
import { StorageDesk, type UnsentShelf } from "./storageDesk.ts";
import { WriteDesk } from "./writeDesk.ts";

/** The requests of an open artifact. */
export interface HostApi {
  artifact(): Promise<Artifact>;
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
  readonly person: Person;
  readonly locale: string;
  readonly session: SessionShelf;
  readonly unsent: UnsentShelf;
  readonly onArtifactChanged: () => void;
}

/** `live` goes past every cache, as Reload does; `stored` takes what is kept. */
export type LoadMode = "stored" | "live";

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

interface Frame {
  readonly id: number;
  readonly name: string;
  readonly mode: LoadMode;
  readonly ticket: Ticket;
  readonly log: CallLog;
  notes: readonly PageNote[];
  session: PageSession | undefined;
  element: HTMLIFrameElement | undefined;
  release: (() => void)[];
}

const settledMs = 150;
const mostLoadMs = 12_000;
const helloMs = 5_000;
const fadeMs = 250;
const idleMs = 6_000;
const newDataMs = 12_000;
const selfReloadWindowMs = 60_000;
const mostSelfReloads = 5;

/** Runs one open artifact: its frames, its calls, its storage, and what the server says meanwhile. */
export class ArtifactHost {
  readonly state = new Signal<HostState>({
    frames: [],
    records: [],
    notes: [],
    access: "open",
    trouble: null,
    away: false,
    reloading: null,
    newData: null,
    newVersion: false,
  });
  readonly asks = new Asks();
  readonly tools = new Signal<readonly ArtifactTool[]>([]);

  readonly #storage: StorageDesk;
  readonly #recovery: Recovery;
  #frames: Frame[] = [];
  #nextFrame = 1;
  #load = 0;
  #lastActivity = 0;
  #selfReloads: readonly number[] = [];
  #version = 0;
  #unsubscribe: (() => void) | undefined;
  #cancelIdle: (() => void) | undefined;
  #cancelNotice: (() => void) | undefined;

  constructor(private readonly setting: HostSetting) {
    const { api, clock } = setting;
    this.#storage = new StorageDesk(
      { load: () => api.storage(), save: (patch, keepalive) => api.saveStorage(patch, keepalive) },
      setting.unsent,
      clock,
      (items, keep) => this.#frames.forEach((frame) => frame.session?.storageChanged(items, keep)),
      (problem) => this.#note({ level: "warning", text: `Not kept: ${problem.message}`, where: null }),
    );
    this.#recovery = new Recovery(
      clock,
      () => setting.browser.visible(),
      (name) => this.tools.value.some((tool) => tool.name === name && tool.readOnly),
      (record) => api.call({ name: record.name, args: record.args, freshness: "cached" }),
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
    if (this.#frames.length === 0) void this.load("stored");
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#load++;
    this.#recovery.stop();
    this.#cancelIdle?.();
    this.#cancelNotice?.();
    void this.#storage.flush(true);
    for (const frame of this.#frames) this.#close(frame);
    this.#frames = [];
    this.#publish({ reloading: null });
  }

  /** The app is being left: whatever can still be sent is sent. */
  leave(): void {
    void this.#storage.flush(true);
  }

  /** What is known of the artifact: its tools' names, and which version the frame shows. */
  know(artifact: Artifact): void {
    this.tools.set(artifact.tools);
    if (this.#version === 0) this.#version = artifact.version;
    if (artifact.version > this.#version) this.#publish({ newVersion: true });
  }

  /** Loads the page anew beside the one on screen and changes over when it has settled. */
  async load(mode: LoadMode): Promise<void> {
    const load = ++this.#load;
    this.#cancelIdle?.();
    this.#publish({ reloading: mode, trouble: null });
    await Promise.all(this.#frames.map((frame) => frame.session?.flush()));
    await this.#storage.flush();
    const ticket = await this.#ticket(load);
    if (ticket === undefined || load !== this.#load) return;
    this.#dropLoading();
    this.#frames.push({
      id: this.#nextFrame++,
      name: this.setting.session.frameName(),
      mode,
      ticket,
      log: new CallLog(),
      notes: [],
      session: undefined,
      element: undefined,
      release: [],
    });
    this.#publish({});
  }

  /** The app has put the frame's element into the document. */
  attach(id: number, element: HTMLIFrameElement): () => void {
    const frame = this.#frames.find((candidate) => candidate.id === id);
    if (frame === undefined || frame.element !== undefined) return () => undefined;
    const { clock, browser } = this.setting;
    frame.element = element;
    let loads = 0;
    const onLoad = () => {
      loads++;
      // The page reloaded itself, or was led away: its ticket is used up, it needs a new one.
      if (loads > 1) this.#selfReloaded(frame);
    };
    element.addEventListener("load", onLoad);
    frame.release.push(
      () => element.removeEventListener("load", onLoad),
      offerPort(browser.window, () => element.contentWindow, frame.ticket.nonce, (port) => this.#connect(frame, port)),
      frame.log.records.subscribe(() => this.#onLog(frame)),
      clock.after(helloMs, () => this.#expectHello(frame)),
      clock.after(mostLoadMs, () => this.#show(frame)),
    );
    element.src = frame.ticket.url;
    if (!this.#frames.some((other) => other !== frame && this.#isShown(other))) this.#show(frame);
    return () => undefined;
  }

  print(): void {
    this.#current()?.session?.print();
  }

  /** Makes a call of the shown page again, past every cache, for the data panel. */
  callAgain(record: CallRecord): Promise<CallAnswer> {
    return this.setting.api.call({ name: record.name, args: record.args, freshness: "live" });
  }

  showNewData(): void {
    void this.load("stored");
  }

  showNewVersion(): void {
    this.#version = 0;
    this.#publish({ newVersion: false });
    void this.load("stored");
    this.setting.onArtifactChanged();
  }

  dismissNewData(): void {
    this.#publish({ newData: null });
  }

  // --- what happens ---

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
    this.#cancelNotice = this.setting.clock.after(newDataMs, () => this.#publish({ newData: null }));
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

  // --- loading ---

  async #ticket(load: number): Promise<Ticket | undefined> {
    const backoff = new Backoff(600, 10_000);
    while (load === this.#load) {
      try {
        const ticket = await this.setting.api.ticket();
        this.#publish({ away: false });
        return ticket;
      } catch (error) {
        const problem = error instanceof Problem ? error : undefined;
        if (problem?.kind !== "away") {
          this.#loadFailed(problem);
          return undefined;
        }
        this.#publish({ away: true });
        await pause(this.setting.clock, backoff.next());
      }
    }
    return undefined;
  }

  #loadFailed(problem: Problem | undefined): void {
    if (problem !== undefined) this.#onProblem(problem);
    const trouble = problem?.message ?? "This page could not be opened.";
    this.#publish({ reloading: null, ...(this.#current() === undefined ? { trouble } : {}) });
  }

  #connect(frame: Frame, port: MessagePort): void {
    const { api, clock } = this.setting;
    const desk = new CallDesk(
      {
        call: (body, signal) => api.call(body, signal),
        sourceOf: (name) => sourceOf(this.tools.value, name),
        onProblem: (problem) => this.#onProblem(problem),
        onAnswer: () => this.#publish({ away: false }),
      },
      frame.log,
      new WriteDesk(this.asks, frame, clock),
      clock,
      frame.mode === "live",
    );
    frame.session = new PageSession(port, desk, frame.log, this.#services(frame), clock);
  }

  #services(frame: Frame): PageServices {
    const { api, browser, person, locale, session } = this.setting;
    return {
      tools: () => this.tools.value,
      ask: (prompt, data) => askOrSay(() => api.ask(prompt, data)),
      runTask: (taskId) => this.#runTask(frame, taskId),
      openLink: (url) => this.#openLink(frame, url),
      offerPrompt: (text) => this.#offerPrompt(frame, text),
      saveFile: (file) => this.#saveFile(frame, file),
      user: () => ({ displayName: person.name, name: person.name, locale }),
      visible: () => browser.visible(),
      write: (area, write) => (area === "local" ? this.#storage.write(write) : session.write(write)),
      note: (note) => this.#noteOf(frame, note),
      activity: () => {
        this.#lastActivity = this.setting.clock.now();
      },
      progress: () => this.#considerShowing(frame),
    };
  }

  #expectHello(frame: Frame): void {
    if (frame.session === undefined && this.#frames.includes(frame)) this.#selfReloaded(frame);
  }

  #selfReloaded(frame: Frame): void {
    if (!this.#frames.includes(frame)) return;
    const now = this.setting.clock.now();
    this.#selfReloads = [...this.#selfReloads.filter((at) => now - at < selfReloadWindowMs), now];
    this.#remove(frame);
    if (this.#selfReloads.length <= mostSelfReloads) void this.load("stored");
    else this.#publish({ reloading: null, trouble: "This page keeps leading itself away, so it was stopped." });
  }

  /** A page has settled when it is loaded and what it asked for is answered, and nothing follows for a moment. */
  #considerShowing(frame: Frame): void {
    if (this.#isShown(frame) || !settled(frame)) return;
    frame.release.push(
      this.setting.clock.after(settledMs, () => {
        if (settled(frame)) this.#show(frame);
      }),
    );
  }

  readonly #shown = new Set<number>();

  #isShown(frame: Frame): boolean {
    return this.#shown.has(frame.id);
  }

  #show(frame: Frame): void {
    if (!this.#frames.includes(frame)) return;
    if (!this.#isShown(frame)) {
      this.#shown.add(frame.id);
      const leaving = this.#frames.filter((other) => other.id < frame.id);
      for (const old of leaving) this.#shown.delete(old.id);
      this.setting.clock.after(fadeMs, () => leaving.forEach((old) => this.#remove(old)));
      this.#recovery.watch(frame.log);
      const arrived = this.state.value.newData;
      if (arrived !== null && !arrived.shown) this.#announce(arrived.at);
      moveFocus(leaving, frame);
    }
    this.#publish({ reloading: settled(frame) || frame.session === undefined ? null : this.state.value.reloading });
  }

  #dropLoading(): void {
    for (const frame of this.#frames.filter((candidate) => !this.#isShown(candidate))) this.#remove(frame);
  }

  #remove(frame: Frame): void {
    this.#close(frame);
    this.#shown.delete(frame.id);
    this.#frames = this.#frames.filter((other) => other !== frame);
    this.#publish({});
  }

  #close(frame: Frame): void {
    for (const release of frame.release.splice(0)) release();
    this.asks.withdraw(frame);
    frame.session?.close();
  }

  // --- services to the page ---

  async #offerPrompt(asker: object, text: string): Promise<boolean> {
    return (await this.asks.ask({ kind: "offerPrompt", text: text.slice(0, 20_000) }, asker)) && this.setting.browser.copy(text);
  }

  async #openLink(asker: object, url: string): Promise<boolean> {
    const address = openableUrl(url);
    if (address === undefined) return false;
    const yes = await this.asks.ask({ kind: "openLink", url: address }, asker);
    if (yes) this.setting.browser.open(address);
    return yes;
  }

  async #saveFile(asker: object, { name, type, bytes, gesture }: Methods["saveFile"]["params"]): Promise<boolean> {
    const safe = safeName(name);
    const quiet = gesture && isQuietFile(safe);
    if (!quiet && !(await this.asks.ask({ kind: "saveFile", name: safe, bytes: bytes.byteLength }, asker))) return false;
    this.setting.browser.save(safe, new Blob([bytes], { type }));
    return true;
  }

  async #runTask(asker: object, taskId: string): Promise<Methods["runTask"]["value"]> {
    const { api } = this.setting;
    try {
      const task = (await api.schedules()).find((schedule) => schedule.id === taskId);
      if (task === undefined) return { isError: true, error: texts.taskNotFound(taskId) };
      const title = `${task.artifactTitle}, ${task.inWords}`;
      if (!(await this.asks.ask({ kind: "runTask", title }, asker))) return { isError: true, error: texts.taskDeclined };
      return { sessionId: (await api.runSchedule(task.id)).id };
    } catch (error) {
      return { isError: true, error: error instanceof Error ? error.message : "The task could not be started." };
    }
  }

  // --- state ---

  #current(): Frame | undefined {
    return this.#frames.findLast((frame) => this.#isShown(frame));
  }

  #onLog(frame: Frame): void {
    if (this.#isShown(frame)) this.#publish({});
    this.#considerShowing(frame);
    if (this.#isShown(frame) && settled(frame)) this.#publish({ reloading: this.#isLoading() ? this.state.value.reloading : null });
  }

  #isLoading(): boolean {
    return this.#frames.some((frame) => !this.#isShown(frame));
  }

  #note(note: PageNote): void {
    const frame = this.#current();
    if (frame !== undefined) this.#noteOf(frame, note);
  }

  #noteOf(frame: Frame, note: PageNote): void {
    frame.notes = [...frame.notes.slice(-299), note];
    this.#publish({});
  }

  #publish(change: Partial<HostState>): void {
    const current = this.#current();
    const frames = this.#frames.map<FrameView>((frame) => ({ id: frame.id, name: frame.name, phase: this.#phase(frame, current) }));
    this.state.update((state) => ({
      ...state,
      ...change,
      frames: sameFrames(state.frames, frames) ? state.frames : frames,
      records: current?.log.records.value ?? [],
      notes: current?.notes ?? [],
    }));
  }

  #phase(frame: Frame, current: Frame | undefined): FrameView["phase"] {
    if (this.#isShown(frame)) return "shown";
    return current !== undefined && frame.id < current.id ? "leaving" : "loading";
  }
}

function settled(frame: Frame): boolean {
  return frame.session !== undefined && frame.session.loaded && frame.session.pending === 0;
}

function moveFocus(from: readonly Frame[], to: Frame): void {
  const focused = from.some((frame) => frame.element !== undefined && frame.element === document.activeElement);
  if (focused) to.element?.focus();
}

function sameFrames(a: readonly FrameView[], b: readonly FrameView[]): boolean {
  return a.length === b.length && a.every((frame, index) => frame.id === b[index]?.id && frame.phase === b[index].phase);
}

async function askOrSay(ask: () => Promise<{ text: string; isError?: boolean }>): Promise<{ text: string; isError?: boolean }> {
  try {
    return await ask();
  } catch (error) {
    const missing = error instanceof Problem && error.kind === "not-found";
    const text = missing ? "Claude is not set up here yet. An administrator can add a key." : "Claude cannot be asked right now.";
    return { text, isError: true };
  }
}
