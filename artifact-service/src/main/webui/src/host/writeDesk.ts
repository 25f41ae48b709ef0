import type { Asks, PendingCall } from "./asks.ts";
import type { Clock } from "./clock.ts";

/** Calls that come within this time of each other are confirmed together. */
const gatherMs = 150;

/** Gathers the calls that need the person's word, so that they are asked in one dialog. */
export class WriteDesk {
  #batch: { call: PendingCall; resolve: (yes: boolean) => void }[] = [];

  constructor(
    private readonly asks: Asks,
    private readonly asker: object,
    private readonly clock: Clock,
    private readonly remember: (names: readonly string[]) => Promise<void>,
  ) {}

  confirm(call: PendingCall): Promise<boolean> {
    return new Promise((resolve) => {
      this.#batch.push({ call, resolve });
      if (this.#batch.length === 1) this.clock.after(gatherMs, () => void this.#ask());
    });
  }

  async #ask(): Promise<void> {
    // What comes while the dialog is open waits for the next one: nothing is slipped under a person's finger.
    const batch = this.#batch;
    this.#batch = [];
    const { yes, always } = await this.asks.hear({ kind: "calls", calls: batch.map(({ call }) => call) }, this.asker);
    // A read that was allowed once is allowed in this artifact; a write only where that was ticked.
    const reads = yes ? batch.filter(({ call }) => call.reads).map(({ call }) => call.name) : [];
    const names = new Set([...reads, ...always.filter((name) => batch.some(({ call }) => call.name === name))]);
    if (names.size > 0) await this.remember([...names]);
    for (const { resolve } of batch) resolve(yes);
  }
}
