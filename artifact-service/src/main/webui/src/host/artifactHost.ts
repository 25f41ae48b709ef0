import type { Answer, PointedElement } from "../../protocol.ts";
import type { Problem } from "../api/problem.ts";
import type { CallBody } from "../api/server.ts";
import type { Artifact, ArtifactTool, CallAnswer } from "../api/types.ts";
import { Asks } from "./asks.ts";
import { CallDesk } from "./callDesk.ts";
import type { CallRecord } from "./callLog.ts";
import { CatchUp } from "./catchUp.ts";
import { Confirmations } from "./confirmations.ts";
import type { LiveEvent } from "./events.ts";
import type { HostSetting } from "./hostSetting.ts";
import { nothingYet, type HostAccess, type HostState } from "./hostState.ts";
import { KnownTools } from "./knownTools.ts";
import { Loads, type FrameView } from "./loads.ts";
import { sourceOf } from "./names.ts";
import { NewData } from "./newData.ts";
import type { LoadMode, PageLoad } from "./pageLoad.ts";
import type { PageNote, PageServices } from "./pageServices.ts";
import { PageSession } from "./pageSession.ts";
import { PersonDesk } from "./personDesk.ts";
import { Recovery } from "./recovery.ts";
import { RefreshNews } from "./refreshNews.ts";
import { ShownLoad } from "./shownLoad.ts";
import { Signal } from "./signal.ts";
import { StorageDesk } from "./storageDesk.ts";
import { WriteDesk } from "./writeDesk.ts";

/** Runs one open artifact: the loads of its page, its storage, and what the server says meanwhile. */
export class ArtifactHost {
  readonly state = new Signal<HostState>(nothingYet);
  readonly asks = new Asks();
  readonly tools: Signal<readonly ArtifactTool[]>;
  /** What the person last pointed at, each time a new value; null when they gave it up. */
  readonly pointed = new Signal<{ readonly element: PointedElement | null }>({ element: null });

  readonly #storage: StorageDesk;
  readonly #recovery: Recovery;
  readonly #loads: Loads;
  readonly confirmations: Confirmations;
  readonly #newData: NewData;
  readonly #refreshes: RefreshNews;
  readonly #catchUp: CatchUp;
  #version = 0;
  #asking = 0;
  #pointing = false;
  #wanted: LoadMode = "stored";
  /** What was to be loaded when the session turned out to be over. */
  #refused: LoadMode | undefined;
  readonly #tools: KnownTools;
  readonly #shown = new ShownLoad(() => this.#loads.current);
  #unsubscribe: (() => void)[] = [];

  constructor(private readonly setting: HostSetting) {
    const { api, browser, clock, unsent } = setting;
    this.confirmations = new Confirmations(api);
    this.#tools = new KnownTools(clock, () => browser.gesture(), this.confirmations);
    this.tools = this.#tools.list;
    this.#storage = new StorageDesk(
      { load: () => api.storage(), save: (patch, keepalive) => api.saveStorage(patch, keepalive) },
      unsent,
      clock,
      (items, keep) => this.#loads.all.forEach(({ session }) => session?.storageChanged(items, keep)),
      (problem) => this.#onNotKept(problem),
    );
    this.#recovery = new Recovery(
      clock,
      () => browser.visible(),
      (name) => this.#tools.isRead(name),
      ({ name, args }) => api.call({ name, args, freshness: "cached" }),
      () => this.#newData.show(clock.now()),
    );
    this.#newData = new NewData(clock, this.#shown, () => void this.load("stored"), (newData) => this.#publish({ newData }));
    this.#refreshes = new RefreshNews(clock, (refreshing) => this.#publish({ refreshing }), (at) => this.#newData.offer(at));
    const shown = () => this.#shown.freshRead((name) => this.#tools.isRead(name));
    this.#catchUp = new CatchUp(setting, this.#storage, shown, (at) => this.#newData.offer(at));
    this.#loads = new Loads({
      clock,
      window: browser.window,
      ticket: () => api.ticket(),
      flush: () => this.#flush(),
      frameName: () => setting.session.frameName(),
      connect: (load, port) => this.#connect(load, port),
      onChange: () => this.#publish({}),
      onShown: (load) => this.#onShown(load),
      onClosed: (load) => this.asks.withdraw(load),
      onProblem: (problem) => this.#onProblem(problem),
      onTicket: () => this.#publish({ away: false }),
    });
  }

  start(): void {
    if (this.#unsubscribe.length > 0) return;
    const { browser } = this.setting;
    this.#unsubscribe = [
      browser.subscribe((event) => this.#onEvent(event), (gapMs) => void this.#catchUp.now(gapMs)),
      browser.onSignedIn((connectorId) => this.#signedIn(connectorId)),
    ];
    if (this.#loads.all.length === 0) void this.load("stored");
  }

  stop(): void {
    for (const release of this.#unsubscribe.splice(0)) release();
    this.#recovery.stop();
    this.#newData.stop();
    this.#refreshes.stop();
    this.#storage.stop();
    this.#catchUp.stop();
    this.leave();
    this.#loads.stop();
  }

  /** The app is being left: whatever can still be sent is sent. */
  leave(): void {
    void this.#storage.flush(true);
  }

  /** What is known of the artifact: its tools, and whether there is a newer version than the one on screen. */
  know({ tools, version }: Pick<Artifact, "tools" | "version">): void {
    this.#tools.know(tools);
    if (this.#version === 0) this.#version = version;
    if (version > this.#version) this.#publish({ newVersion: true });
  }

  /** Loads the page anew beside the one on screen, which it replaces when it has settled. */
  async load(mode: LoadMode): Promise<void> {
    this.#newData.loading();
    this.#wanted = mode;
    await this.#loads.load(mode);
  }

  /** The app has put the frame's element into the document. */
  attach(id: number, element: HTMLIFrameElement): void {
    this.#loads.attach(id, element);
  }

  print(): void {
    this.#loads.current?.session?.print();
  }

  /** Lets the person point at an element of the page on screen; what they point at is in `pointed`. */
  point(on: boolean): void {
    this.#pointing = on;
    this.#loads.current?.session?.point(on);
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

  /** The session has ended; what is on screen stays. */
  sessionEnded(): void {
    if (this.state.value.access === "open") this.#publish({ access: "signed-out" });
  }

  /** The person has signed in again: what was refused meanwhile is asked for again. */
  signedInAgain(): void {
    if (this.state.value.access !== "signed-out") return;
    this.#publish({ access: "open" });
    void this.#storage.flush();
    const refused = this.#refused ?? (this.#loads.current === undefined ? "stored" : undefined);
    this.#refused = undefined;
    if (refused === undefined) void this.#catchUp.now(0);
    else void this.load(refused);
  }

  dismissNewData(): void {
    this.#newData.dismiss();
  }

  /** New data is shown by itself from now on, or offered. */
  autoApply(on: boolean): void {
    this.#newData.autoApply = on;
  }

  #onEvent(event: LiveEvent): void {
    switch (event.type) {
      case "refreshed":
        this.#refreshes.landed(event);
        return;
      case "progress":
        this.#refreshes.progress(event);
        return;
      case "changed":
        this.setting.onArtifactChanged();
        return;
      case "storage":
        void this.#storage.changedElsewhere(event.revision);
        return;
      case "missed":
        this.#catchUp.soon();
        return;
      case "revoked":
        this.#end("revoked");
        return;
      case "signedout":
        this.#end("ended");
        return;
    }
  }

  /** The person has signed in to a connector: what failed for want of that is asked again, by itself. */
  #signedIn(connectorId: string): void {
    if (this.#shown.lacksSignIn(connectorId)) void this.load("stored");
  }

  #onProblem(problem: Problem): void {
    if (problem.kind === "away") this.#publish({ away: true });
    if (problem.kind === "signed-out") {
      this.#refused = this.#wanted;
      this.#publish({ access: "signed-out" });
    }
    if (problem.kind === "not-found") this.#end("gone");
  }

  /** What the page keeps while nobody is signed in is sent when somebody is. */
  #onNotKept(problem: Problem): void {
    if (problem.kind === "signed-out") this.sessionEnded();
    else this.#note(this.#loads.current, { level: "warning", text: `Not kept: ${problem.message}`, where: null });
  }

  #end(access: HostAccess): void {
    this.stop();
    this.#publish({ access });
  }

  async #flush(): Promise<void> {
    await Promise.all(this.#loads.all.flatMap(({ session }) => (session === undefined ? [] : [session.flush()])));
    await this.#storage.flush();
  }

  #onShown(load: PageLoad): void {
    this.#recovery.watch(load.log);
    this.#newData.loaded();
  }

  #connect(load: PageLoad, port: MessagePort): void {
    const { api, clock } = this.setting;
    const line = {
      call: (body: CallBody, signal: AbortSignal) => api.call(body, signal),
      sourceOf: (name: string) => sourceOf(this.tools.value, name),
      needsWord: (name: string) => this.#tools.needsWord(name),
      isRead: (name: string) => this.#tools.isRead(name),
      onProblem: (problem: Problem) => this.#onProblem(problem),
      onAnswer: () => this.#publish({ away: false }),
      onHeld: () => this.#loads.consider(load),
    };
    const writes = new WriteDesk(this.asks, load, clock, (names) => this.confirmations.remember(names));
    const desk = new CallDesk(line, load.log, writes, clock, load.mode === "live");
    load.session = new PageSession(port, desk, load.log, this.#services(load), clock);
    // Who wished to point before the page was there points at it now.
    if (this.#pointing) load.session.point(true);
  }

  #services(load: PageLoad): PageServices {
    const { api, browser, person, locale, session } = this.setting;
    const desk = new PersonDesk(this.asks, load, {
      gesture: () => browser.gesture(),
      open: (url) => browser.open(url),
      save: (name, content) => browser.save(name, content),
      copy: (text) => browser.copy(text),
      ask: (prompt, data) => this.#asked(api.ask(prompt, data)),
      schedules: () => api.schedules(),
      runSchedule: (id) => api.runSchedule(id),
    });
    return {
      tools: () => this.tools.value,
      ask: (prompt, data) => desk.askClaude(prompt, data),
      runTask: (taskId, gesture) => desk.runTask(taskId, gesture),
      openLink: (url) => desk.openLink(url),
      offerPrompt: (text) => desk.offerPrompt(text),
      saveFile: (file) => desk.saveFile(file),
      user: () => ({ displayName: person.name, name: person.name, locale }),
      visible: () => browser.visible(),
      write: (area, write) => (area === "local" ? this.#storage.write(write) : session.write(write)),
      note: (note) => this.#note(load, note),
      activity: () => this.#newData.activity(),
      pointed: (element) => {
        this.#pointing = false;
        this.pointed.set({ element });
      },
      progress: () => this.#loads.consider(load),
    };
  }

  async #asked(answer: Promise<Answer>): Promise<Answer> {
    this.#asking++;
    this.#publish({});
    try {
      return await answer;
    } finally {
      this.#asking--;
      this.#publish({});
    }
  }

  #note(load: PageLoad | undefined, note: PageNote): void {
    load?.note(note);
    this.#publish({});
  }

  #publish(change: Partial<Pick<HostState, "access" | "away" | "newData" | "newVersion" | "refreshing">>): void {
    const { current, frames, mode, slow, trouble } = this.#loads;
    this.state.update((state) => ({
      ...state,
      ...change,
      frames: sameFrames(state.frames, frames) ? state.frames : frames,
      records: current?.log.records.value ?? [],
      notes: current?.notes ?? [],
      reloading: mode,
      asking: this.#asking,
      slow,
      trouble,
    }));
  }
}

function sameFrames(a: readonly FrameView[], b: readonly FrameView[]): boolean {
  return a.length === b.length && a.every((frame, index) => frame.id === b[index]?.id && frame.phase === b[index].phase);
}
