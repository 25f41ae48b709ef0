import type { CallAnswer } from "../api/types.ts";
import { CallLog, type CallRecord } from "./callLog.ts";
import { Backoff, type Clock } from "./clock.ts";
import { isPassing } from "./worth.ts";

function isBroken(record: CallRecord): boolean {
  return isPassing(record) && record.state !== "waiting";
}

/** Looks after sources that failed: asks again now and then, and says when one is back. */
export class Recovery {
  #log: CallLog | undefined;
  #unsubscribe: (() => void) | undefined;
  #cancelTimer: (() => void) | undefined;
  readonly #backoff = new Backoff(3_000, 60_000);

  constructor(
    private readonly clock: Clock,
    private readonly visible: () => boolean,
    private readonly isRead: (name: string) => boolean,
    private readonly askAgain: (record: CallRecord) => Promise<CallAnswer>,
    private readonly onBack: () => void,
  ) {}

  watch(log: CallLog): void {
    this.#unsubscribe?.();
    this.#log = log;
    this.#unsubscribe = log.records.subscribe(() => this.#arm());
    this.#arm();
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#log = undefined;
  }

  #broken(): CallRecord | undefined {
    return CallLog.newest(this.#log?.records.value ?? []).find((record) => isBroken(record) && this.isRead(record.name));
  }

  #arm(): void {
    if (this.#cancelTimer !== undefined || this.#broken() === undefined) return;
    this.#cancelTimer = this.clock.after(this.#backoff.next(), () => void this.#tryAgain());
  }

  async #tryAgain(): Promise<void> {
    this.#cancelTimer = undefined;
    const log = this.#log;
    const record = this.#broken();
    if (record === undefined) {
      this.#backoff.reset();
      return;
    }
    const back = this.visible() && (await this.#isBack(record));
    if (log !== this.#log) return;
    if (!back) {
      this.#arm();
      return;
    }
    this.#backoff.reset();
    this.onBack();
  }

  async #isBack(record: CallRecord): Promise<boolean> {
    try {
      return (await this.askAgain(record)).outcome === "fresh";
    } catch {
      return false;
    }
  }
}
