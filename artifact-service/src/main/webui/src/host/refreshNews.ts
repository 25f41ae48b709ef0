import type { Clock } from "./clock.ts";
import type { LiveEvent } from "./events.ts";
import type { HostState } from "./hostState.ts";

/** A refresh of which nothing more is heard for so long is not shown as under way any more. */
const refreshSilenceMs = 45_000;

/** What the server says of refreshes: how far one is, and that one has landed. */
export class RefreshNews {
  #lastSnapshot: string | undefined;
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly underWay: (refreshing: HostState["refreshing"]) => void,
    private readonly offer: (at: number) => void,
  ) {}

  progress({ done, total }: Extract<LiveEvent, { type: "progress" }>): void {
    this.underWay({ done, total });
    this.stop();
    this.#cancel = this.clock.after(refreshSilenceMs, () => this.underWay(null));
  }

  /** Told at least once: the same snapshot is news only the first time. */
  landed({ outcome, snapshotId, finishedAt }: Extract<LiveEvent, { type: "refreshed" }>): void {
    this.stop();
    this.underWay(null);
    const known = snapshotId !== undefined && snapshotId === this.#lastSnapshot;
    if (known || outcome === "failed" || outcome === "gone") return;
    this.#lastSnapshot = snapshotId;
    this.offer(finishedAt);
  }

  stop(): void {
    this.#cancel?.();
  }
}
