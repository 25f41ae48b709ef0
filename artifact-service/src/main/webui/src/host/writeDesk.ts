import type { Asks, PendingWrite } from "./asks.ts";
import type { Clock } from "./clock.ts";

/** Calls that come within this time of each other are confirmed together. */
const gatherMs = 150;

/** Gathers the writes that a page wants to make, so that a person confirms them in one dialog. */
export class WriteDesk {
  #batch: { write: PendingWrite; resolve: (yes: boolean) => void }[] = [];

  constructor(
    private readonly asks: Asks,
    private readonly asker: object,
    private readonly clock: Clock,
  ) {}

  confirm(write: PendingWrite): Promise<boolean> {
    return new Promise((resolve) => {
      this.#batch.push({ write, resolve });
      if (this.#batch.length === 1) this.clock.after(gatherMs, () => void this.#ask());
    });
  }

  async #ask(): Promise<void> {
    // What comes while the dialog is open waits for the next one: nothing is slipped under a person's finger.
    const batch = this.#batch;
    this.#batch = [];
    const yes = await this.asks.ask({ kind: "writes", writes: batch.map(({ write }) => write) }, this.asker);
    for (const { resolve } of batch) resolve(yes);
  }
}
