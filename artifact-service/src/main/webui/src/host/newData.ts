import type { Clock } from "./clock.ts";

/** Data that landed while the page is open: when, and whether the page shows it already. */
export interface Arrival {
  readonly at: number;
  readonly shown: boolean;
}

/** What the arrival of data needs of the page on screen. */
export interface ShownPage {
  /** True if the page watches its data: then it is told, and takes it in by itself. */
  readonly watching: boolean;
  /** True if something on screen is old or failed: then new data is not worth a question. */
  readonly lacking: boolean;
  tellWatches(): void;
}

const idleMs = 6_000;
const noticeMs = 12_000;

/** Decides what becomes of data that lands while a page is open: told to the page, shown by itself, or offered. */
export class NewData {
  /** Set by the person: new data is shown without being asked for. */
  autoApply = false;
  #arrival: Arrival | null = null;
  #lastActivity = 0;
  #cancelIdle: (() => void) | undefined;
  #cancelNotice: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly page: ShownPage,
    private readonly load: () => void,
    private readonly publish: (arrival: Arrival | null) => void,
  ) {}

  /** A refresh has landed. */
  offer(at: number): void {
    if (this.autoApply || this.page.watching || this.page.lacking) this.show(at);
    else this.#publish({ at, shown: false });
  }

  /** Data that is shown without a question, as soon as the person's hands rest. */
  show(at: number): void {
    if (this.page.watching) {
      this.page.tellWatches();
      this.#announce(at);
      return;
    }
    this.#publish({ at, shown: false });
    this.#loadWhenIdle();
  }

  /** The person does something in the page. */
  activity(): void {
    this.#lastActivity = this.clock.now();
  }

  /** A load has begun: whatever it was to bring is on its way. */
  loading(): void {
    this.#cancelIdle?.();
  }

  /** A load is on screen, with whatever had arrived. */
  loaded(): void {
    if (this.#arrival?.shown === false) this.#announce(this.#arrival.at);
  }

  dismiss(): void {
    this.#publish(null);
  }

  stop(): void {
    this.#cancelIdle?.();
    this.#cancelNotice?.();
  }

  /** Never under a person's hands: waits until they pause. */
  #loadWhenIdle(): void {
    this.#cancelIdle?.();
    const wait = this.#lastActivity + idleMs - this.clock.now();
    if (wait <= 0) this.load();
    else this.#cancelIdle = this.clock.after(wait, () => this.#loadWhenIdle());
  }

  #announce(at: number): void {
    this.#publish({ at, shown: true });
    this.#cancelNotice?.();
    this.#cancelNotice = this.clock.after(noticeMs, () => this.dismiss());
  }

  #publish(arrival: Arrival | null): void {
    this.#arrival = arrival;
    this.publish(arrival);
  }
}
