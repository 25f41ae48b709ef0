import { limits, type StorageWrite } from "../../protocol.ts";
import { isAway, Problem, unreachable } from "../api/problem.ts";
import type { StoragePatch } from "../api/server.ts";
import type { StorageState } from "../api/types.ts";
import { Backoff, type Clock } from "./clock.ts";

export interface StorageLine {
  load(): Promise<StorageState>;
  save(patch: StoragePatch, keepalive: boolean): Promise<{ revision: number }>;
}

/** Keeps what could not be sent yet on this device, so that it survives a closed tab. */
export interface UnsentShelf {
  read(): StoragePatch | undefined;
  write(patch: StoragePatch | undefined): void;
}

const gatherMs = 300;
/** Browsers bound what a request may carry that outlives its page. */
const keepaliveBytes = 60_000;

function isEmpty({ set, remove }: StoragePatch): boolean {
  return remove.length === 0 && Object.keys(set).length === 0;
}

/** The runtime holds a page to its quota; one that goes around the runtime is held to it here. */
const mostPending = 2 * limits.storageUnits;

function sizeOf({ set, remove }: StoragePatch): number {
  const texts = [...Object.entries(set).flat(), ...remove];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** `later` after `earlier`, as one. */
export function merge(earlier: StoragePatch, later: StoragePatch): StoragePatch {
  const removed = new Set(later.remove);
  const set = Object.entries(earlier.set).filter(([key]) => !removed.has(key));
  const again = new Set(Object.keys(later.set));
  return {
    set: Object.fromEntries([...set, ...Object.entries(later.set)]),
    remove: [...new Set([...earlier.remove, ...later.remove])].filter((key) => !again.has(key)),
  };
}

const nothing: StoragePatch = { set: {}, remove: [] };

/** Keeps a page's `localStorage` on the server: gathers writes, sends them in order, and learns of other tabs' writes. */
export class StorageDesk {
  #pending: StoragePatch;
  #inFlight: StoragePatch | undefined;
  #sending: Promise<void> | undefined;
  #cancelTimer: (() => void) | undefined;
  /** Up to here, without a gap, this page has seen what is kept. */
  #seen = 0;
  /** What was written here last. */
  #saved = 0;
  #cancelLook: (() => void) | undefined;
  readonly #backoff = new Backoff(1_000, 30_000);
  readonly #lookBackoff = new Backoff(1_000, 30_000);

  constructor(
    private readonly line: StorageLine,
    private readonly shelf: UnsentShelf,
    private readonly clock: Clock,
    private readonly onState: (items: Record<string, string>, keep: string[]) => void,
    private readonly onRefused: (problem: Problem) => void,
  ) {
    this.#pending = shelf.read() ?? nothing;
  }

  write({ set, remove }: StorageWrite): void {
    const pending = merge(this.#pending, { set, remove });
    if (sizeOf(pending) > mostPending) {
      this.onRefused(new Problem("refused", "The page keeps more than it may: 5 MiB."));
      return;
    }
    this.#pending = pending;
    this.shelf.write(this.#unsent());
    this.#sendIn(gatherMs);
  }

  /** Sends what is waiting now; resolves when it was sent or could not be. */
  async flush(keepalive = false): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    while (this.#sending !== undefined) await this.#sending;
    if (isEmpty(this.#pending)) return;
    this.#sending = this.#send(keepalive);
    await this.#sending;
  }

  /** Someone wrote elsewhere: another tab, another device. What cannot be asked for now is asked for a little later. */
  async changedElsewhere(revision: number): Promise<void> {
    await this.#sending;
    if (revision <= this.#seen) return;
    try {
      await this.#look();
      this.#lookBackoff.reset();
    } catch (error) {
      if (!isAway(error)) return;
      this.#cancelLook?.();
      this.#cancelLook = this.clock.after(this.#lookBackoff.next(), () => void this.changedElsewhere(revision));
    }
  }

  /** Nobody looks any more. What is not sent yet stays on this device. */
  stop(): void {
    this.#cancelLook?.();
  }

  async #look(): Promise<void> {
    let state = await this.line.load();
    // What was sent or seen meanwhile is not in it.
    while (state.revision < Math.max(this.#saved, this.#seen)) state = await this.line.load();
    this.#seen = state.revision;
    const unsent = this.#unsent() ?? nothing;
    this.onState(state.items, [...Object.keys(unsent.set), ...unsent.remove]);
  }

  #sendIn(ms: number): void {
    if (this.#cancelTimer !== undefined || this.#sending !== undefined) return;
    this.#cancelTimer = this.clock.after(ms, () => void this.flush());
  }

  async #send(keepalive: boolean): Promise<void> {
    const patch = this.#pending;
    this.#inFlight = patch;
    this.#pending = nothing;
    try {
      const small = JSON.stringify(patch).length < keepaliveBytes;
      const { revision } = await this.line.save(patch, keepalive && small);
      this.#saved = revision;
      // What lies between was written elsewhere, and is still to be announced.
      if (revision === this.#seen + 1) this.#seen = revision;
      this.#backoff.reset();
      this.#settle();
      if (!isEmpty(this.#pending)) this.#sendIn(gatherMs);
    } catch (error) {
      this.#settle();
      this.#retryOrGiveUp(error, patch);
    }
    this.shelf.write(this.#unsent());
  }

  #settle(): void {
    this.#inFlight = undefined;
    this.#sending = undefined;
  }

  #retryOrGiveUp(error: unknown, patch: StoragePatch): void {
    const problem = error instanceof Problem ? error : unreachable();
    if (problem.kind === "away" || problem.kind === "signed-out") this.#pending = merge(patch, this.#pending);
    if (problem.kind === "away") this.#sendIn(this.#backoff.next());
    else this.onRefused(problem);
  }

  #unsent(): StoragePatch | undefined {
    const all = merge(this.#inFlight ?? nothing, this.#pending);
    return isEmpty(all) ? undefined : all;
  }
}
