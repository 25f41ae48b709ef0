import { durationOf, momentOf } from "../host/ages.ts";
import type { DotLook } from "../ui/State.tsx";
import type { Run, RunCall, RunState, Schedule, Trigger } from "./types.ts";

export const runStates: Record<RunState, { look: DotLook; word: string }> = {
  requested: { look: "waiting", word: "waiting" },
  running: { look: "waiting", word: "running" },
  finished: { look: "fresh", word: "all fetched" },
  partly: { look: "old", word: "partly fetched" },
  failed: { look: "failing", word: "failed" },
  gone: { look: "failing", word: "stopped: nothing to fetch any more" },
  skipped: { look: "old", word: "skipped: the one before was still running" },
};

export const triggers: Record<Trigger, string> = {
  schedule: "by schedule",
  manual: "by hand",
  page: "from the page",
  retry: "what had failed, again",
};

export function errorOf(call: RunCall): string | undefined {
  if (call.error === null || call.error === undefined) return undefined;
  return typeof call.error === "string" ? call.error : (call.error.message ?? "did not answer");
}

export function isOver(run: Pick<Run, "state">): boolean {
  return run.state !== "requested" && run.state !== "running";
}

/** How a run went, or how far it is: `running, 2 of 5`. The server's own reason is more exact than our word. */
export function runInWords(run: Run): string {
  const { word } = runStates[run.state];
  if (run.state === "running" && run.total != null && run.total > 0) return `running, ${run.done ?? 0} of ${run.total}`;
  if ((run.state === "skipped" || run.state === "gone") && run.reason != null && run.reason !== "") return `${word.split(":")[0] ?? word}: ${run.reason}`;
  return word;
}

/** `3 calls`, and how many of them failed. */
export function callsInWords({ calls }: Run): string {
  const failed = calls.filter((call) => errorOf(call) !== undefined || call.state === "failed").length;
  return [calls.length === 1 ? "1 call" : `${calls.length} calls`, ...(failed === 0 ? [] : [`${failed} failed`])].join(", ");
}

/** Why a run did not go as it should, where neither its state nor its calls say it. */
export function reasonOf(run: Run): string | undefined {
  const said = run.state === "skipped" || run.state === "gone" || run.calls.some((call) => errorOf(call) !== undefined);
  return said || run.reason == null || run.reason === "" ? undefined : run.reason;
}

/** How long a run took from the moment it was asked for. */
export function tookInWords({ requestedAt, finishedAt }: Run): string | undefined {
  if (finishedAt == null) return undefined;
  const ms = Date.parse(finishedAt) - Date.parse(requestedAt);
  return Number.isFinite(ms) && ms >= 0 ? durationOf(ms) : undefined;
}

/** True if something of it failed that can be asked for again. */
export function canRetry(run: Run): boolean {
  return run.state === "partly" || run.state === "failed";
}

const pausers = { owner: "Paused", gone: "Stopped", failures: "Paused by itself" } as const;

/** When a schedule fires next, or why it does not. */
export function nextInWords({ paused, pausedBy, pausedReason, nextAt }: Schedule, now: number): string {
  if (paused) {
    const word = pausers[pausedBy ?? "owner"];
    return pausedReason == null || pausedReason === "" ? word : `${word}: ${pausedReason}`;
  }
  return nextAt == null ? "No next run" : `Next: ${momentOf(Date.parse(nextAt), now)}`;
}
