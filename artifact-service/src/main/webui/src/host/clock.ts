/** Time, so that tests can hold it. */
export interface Clock {
  now(): number;
  /** Runs `task` after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

/** Growing waits: `first`, twice that, … up to `most`. */
export class Backoff {
  #tries = 0;

  constructor(
    private readonly first: number,
    private readonly most: number,
  ) {}

  next(): number {
    return Math.min(this.most, this.first * 2 ** this.#tries++);
  }

  reset(): void {
    this.#tries = 0;
  }
}
