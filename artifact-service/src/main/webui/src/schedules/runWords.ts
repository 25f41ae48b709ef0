import type { Run, RunCall, RunState } from "../api/types.ts";
import type { DotLook } from "../ui/State.tsx";

export const runStates: Record<RunState, { look: DotLook; word: string }> = {
  requested: { look: "waiting", word: "waiting" },
  running: { look: "waiting", word: "running" },
  finished: { look: "fresh", word: "all fetched" },
  partly: { look: "old", word: "partly fetched" },
  failed: { look: "failing", word: "failed" },
  gone: { look: "failing", word: "stopped: nothing to fetch any more" },
  skipped: { look: "old", word: "skipped: the one before was still running" },
};

export function errorOf(call: RunCall): string | undefined {
  if (call.error === null || call.error === undefined) return undefined;
  return typeof call.error === "string" ? call.error : (call.error.message ?? "did not answer");
}

export function isOver(run: Run): boolean {
  return run.state !== "requested" && run.state !== "running";
}
