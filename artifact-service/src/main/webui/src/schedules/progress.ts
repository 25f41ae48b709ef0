import type { Run, RunCall, Schedule } from "./types.ts";

/** One call of a run under way has been answered. */
export interface Progress {
  readonly runId: string;
  readonly done: number;
  readonly total: number;
  readonly call: RunCall | undefined;
}

function sameCall(a: RunCall, b: RunCall): boolean {
  return a.position !== undefined && a.position === b.position;
}

function callsWith(calls: readonly RunCall[], call: RunCall | undefined): RunCall[] {
  if (call === undefined) return [...calls];
  const state = call.state ?? (call.error == null ? "done" : "failed");
  const answered: RunCall = { ...call, state };
  const known = calls.some((other) => sameCall(other, answered));
  return known ? calls.map((other) => (sameCall(other, answered) ? { ...other, ...answered } : other)) : [...calls, answered];
}

/** A run after one more of its calls was answered. What comes late, or twice, never takes it back. */
export function withProgress(run: Run, { runId, done, total, call }: Progress): Run {
  const under = run.state === "requested" || run.state === "running";
  if (run.id !== runId || !under) return run;
  return { ...run, state: "running", total, done: Math.max(done, run.done ?? 0), calls: callsWith(run.calls, call) };
}

export function scheduleWith(schedule: Schedule, progress: Progress): Schedule {
  if (!schedule.recentRuns.some(({ id }) => id === progress.runId)) return schedule;
  return { ...schedule, recentRuns: schedule.recentRuns.map((run) => withProgress(run, progress)) };
}
