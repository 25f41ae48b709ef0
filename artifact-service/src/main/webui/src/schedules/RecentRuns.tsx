import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { State } from "../ui/State.tsx";
import { RunLine } from "./RunLine.tsx";
import { isOver, runInWords, runStates } from "./runWords.ts";
import type { Schedule } from "./types.ts";

/** The last runs of a schedule as dots; opened, each of them. */
export function RecentRuns({ schedule, now }: { schedule: Schedule; now: number }) {
  const [open, setOpen] = useState(false);
  const [last] = schedule.recentRuns;
  if (last === undefined) return <p className="muted tiny">It has not run yet.</p>;
  return (
    <div>
      <button type="button" className="runs" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="run-dots" aria-hidden>
          {[...schedule.recentRuns].reverse().map((run) => (
            <span key={run.id} className={`dot ${runStates[run.state].look}${isOver(run) ? "" : " pending"}`} />
          ))}
        </span>
        <State look={runStates[last.state].look} pending={!isOver(last)}>
          <span className="muted tiny numbers">Last: {runInWords(last)}</span>
        </State>
        <ChevronRight size={16} className="call-chevron" aria-label={open ? "Hide the runs" : "Show the runs"} />
      </button>
      {open && (
        <ul className="run-list lines" tabIndex={0} aria-label="Last runs">
          {schedule.recentRuns.map((run) => (
            <RunLine key={run.id} run={run} now={now} />
          ))}
        </ul>
      )}
    </div>
  );
}
