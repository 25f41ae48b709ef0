import type { CallBody } from "../api/server.ts";
import type { CallAnswer } from "../api/types.ts";
import type { CallRecord } from "./callLog.ts";
import type { HostSetting } from "./hostSetting.ts";
import type { StorageDesk } from "./storageDesk.ts";

/** Every open page hears at once that the server has missed something; within so long each has asked. */
const soonMs = 3_000;
/** After so long without a word from the server, the source itself is asked for what may have changed. */
const longSilenceMs = 30_000;

/** Asks for what was not heard: the stream was broken, the server itself heard nothing, or nobody was signed in. */
export class CatchUp {
  #cancel: (() => void) | undefined;

  constructor(
    private readonly setting: Pick<HostSetting, "api" | "clock" | "onArtifactChanged">,
    private readonly storage: StorageDesk,
    private readonly shown: () => CallRecord | undefined,
    private readonly offer: (at: number) => void,
  ) {}

  /** After nothing was heard for `gapMs`. */
  async now(gapMs: number): Promise<void> {
    const { api, onArtifactChanged } = this.setting;
    onArtifactChanged();
    void this.storage.changedElsewhere(Number.MAX_SAFE_INTEGER);
    const shown = this.shown();
    if (shown === undefined) return;
    const at = await newerThan(shown, gapMs, (body) => api.call(body)).catch(() => undefined);
    if (at !== undefined) this.offer(at);
  }

  /** In a moment of its own, so that not all pages ask at once. */
  soon(): void {
    this.#cancel?.();
    this.#cancel = this.setting.clock.after(Math.random() * soonMs, () => void this.now(0));
  }

  stop(): void {
    this.#cancel?.();
  }
}

/**
 * When newer data than what is shown was stored, after nothing was heard for `gapMs`. What this question itself brought counts
 * only after a long silence.
 */
async function newerThan(
  { name, args, storedAt }: CallRecord,
  gapMs: number,
  call: (body: CallBody) => Promise<CallAnswer>,
): Promise<number | undefined> {
  const answer = await call({ name, args, freshness: "cached" });
  const at = Date.parse(answer.storedAt ?? "");
  const tells = answer.outcome === "fresh" && (answer.cached || gapMs > longSilenceMs);
  return tells && at > (storedAt ?? at) ? at : undefined;
}
