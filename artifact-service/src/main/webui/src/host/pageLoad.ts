import type { Ticket } from "../api/types.ts";
import { CallLog } from "./callLog.ts";
import type { Clock } from "./clock.ts";
import { offerPort } from "./handshake.ts";
import type { PageNote } from "./pageServices.ts";
import type { PageSession } from "./pageSession.ts";
import { hasData } from "./worth.ts";

/** `live` goes past every cache, as Reload does; `stored` takes what is kept. */
export type LoadMode = "stored" | "live";

export interface LoadEvents {
  /** The page has proved that it is the one that was opened. */
  onPort(port: MessagePort): void;
  /** The page reloaded or led itself away: its ticket is used up. */
  onLost(): void;
  /** It takes longer than one waits without a word. */
  onSlow(): void;
  /** It has taken long enough: show what there is. */
  onLate(): void;
}

const helloMs = 5_000;
const slowMs = 5_000;
const latestMs = 12_000;
const lookAgainMs = 3_000;
/** A call has half a minute on the server. */
const longestMs = 40_000;
const mostNotes = 300;

/** One load of a page in one frame: from its ticket to its end. */
export class PageLoad {
  readonly log = new CallLog();
  session: PageSession | undefined;
  shown = false;
  notes: readonly PageNote[] = [];
  #element: HTMLIFrameElement | undefined;
  readonly #releases: (() => void)[] = [];
  readonly #startedAt: number;

  constructor(
    readonly id: number,
    readonly name: string,
    readonly mode: LoadMode,
    private readonly ticket: Ticket,
    private readonly clock: Clock,
  ) {
    this.#startedAt = clock.now();
  }

  /** The sources that have kept the page waiting for longer than one waits without a word. */
  get slowSources(): string[] {
    if (this.shown || this.clock.now() - this.#startedAt < slowMs) return [];
    const waiting = this.log.records.value.filter(({ state, connector }) => state === "waiting" && connector !== "");
    return [...new Set(waiting.map(({ connector }) => connector))];
  }

  /** True while it can still be hoped that a call answers: nothing did so far. */
  get hopeful(): boolean {
    const records = this.log.records.value;
    const waiting = records.some(({ state }) => state === "waiting") && !records.some(hasData);
    return waiting && this.clock.now() - this.#startedAt < longestMs;
  }

  get attached(): boolean {
    return this.#element !== undefined;
  }

  /** Loaded, and everything that it asked for is answered. */
  get settled(): boolean {
    return this.session !== undefined && this.session.loaded && this.session.pending === 0;
  }

  get focused(): boolean {
    return this.#element !== undefined && this.#element === document.activeElement;
  }

  attach(element: HTMLIFrameElement, app: Window, events: LoadEvents): void {
    this.#element = element;
    let loads = 0;
    const onLoad = () => {
      loads++;
      if (loads > 1) events.onLost();
    };
    element.addEventListener("load", onLoad);
    this.onClose(
      () => element.removeEventListener("load", onLoad),
      offerPort(app, () => element.contentWindow, this.ticket.nonce, (port) => events.onPort(port)),
      this.clock.after(helloMs, () => {
        if (this.session === undefined) events.onLost();
      }),
      this.clock.after(slowMs, () => events.onSlow()),
      this.clock.after(latestMs, () => this.#late(events)),
    );
    element.src = this.ticket.url;
  }

  #late(events: LoadEvents): void {
    if (this.hopeful && !this.shown) this.onClose(this.clock.after(lookAgainMs, () => this.#late(events)));
    else events.onLate();
  }

  onClose(...releases: (() => void)[]): void {
    this.#releases.push(...releases);
  }

  note(note: PageNote): void {
    this.notes = [...this.notes.slice(1 - mostNotes), note];
  }

  focus(): void {
    this.#element?.focus();
  }

  close(): void {
    for (const release of this.#releases.splice(0)) release();
    this.session?.close();
  }
}
