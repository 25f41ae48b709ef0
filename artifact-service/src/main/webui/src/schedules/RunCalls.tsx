import { durationOf } from "../host/ages.ts";
import { inWords } from "../host/names.ts";
import { State, type DotLook } from "../ui/State.tsx";
import { errorOf, isOver } from "./runWords.ts";
import type { Run, RunCall } from "./types.ts";

function lookOf(call: RunCall, over: boolean): { look: DotLook; word: string } {
  if (errorOf(call) !== undefined || call.state === "failed") return { look: "failing", word: "Failed" };
  if (call.state === "waiting" && !over) return { look: "waiting", word: "Being asked" };
  return call.state === "waiting" ? { look: "idle", word: "Not asked" } : { look: "fresh", word: "Fetched" };
}

/** The calls of a run, in the order in which the page makes them. */
export function RunCalls({ run }: { run: Run }) {
  const over = isOver(run);
  const calls = [...run.calls].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return (
    <ul>
      {calls.map((call, index) => {
        const { look, word } = lookOf(call, over);
        return (
          <li key={call.position ?? index} className="run-call tiny">
            <span className="cut">
              {inWords(call.tool)} <span className="muted">{call.connector}</span>
            </span>
            <span className="row">
              {call.durationMillis != null && <span className="muted numbers">{durationOf(call.durationMillis)}</span>}
              <State look={look} pending={look === "waiting"}>
                {word}
              </State>
            </span>
            {errorOf(call) !== undefined && <span className="complaint">{errorOf(call)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
