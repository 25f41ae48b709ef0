import { Pause, PencilLine, Play, Trash2, Zap } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmByName } from "../ui/ConfirmByName.tsx";
import { ChangeSchedule } from "./ChangeSchedule.tsx";
import { RecentRuns } from "./RecentRuns.tsx";
import { nextInWords } from "./runWords.ts";
import type { Schedule } from "./types.ts";
import { useScheduleActs } from "./useScheduleActs.ts";

/** One schedule: what, when, how it went, and what can be done with it. */
export function ScheduleLine({ schedule, now }: { schedule: Schedule; now: number }) {
  const [open, setOpen] = useState<"change" | "delete">();
  const { run, pause, remove } = useScheduleActs(schedule);
  const close = () => setOpen(undefined);
  const { artifactTitle: title } = schedule;
  const trouble = schedule.paused && schedule.pausedBy != null && schedule.pausedBy !== "owner";
  return (
    <li className="schedule">
      <div className="schedule-head">
        <div className="grow">
          <h2 className="cut">
            <Link href={`/a/${schedule.artifactId}`} className="plain-link">
              {title}
            </Link>
          </h2>
          <p>
            {schedule.inWords} <span className="muted tiny">{schedule.timeZone.replaceAll("_", " ")}</span>
          </p>
          {!trouble && <p className="muted tiny">{nextInWords(schedule, now)}</p>}
        </div>
        <div className="row wrap schedule-acts">
          <Button icon={<Zap size={16} />} disabled={run.isPending} onClick={() => run.mutate()}>
            Run now
          </Button>
          <Button look="quiet" icon={<PencilLine size={16} />} aria-label={`Change when ${title} refreshes`} title="Change" onClick={() => setOpen("change")} />
          <Button
            look="quiet"
            icon={schedule.paused ? <Play size={16} /> : <Pause size={16} />}
            aria-label={schedule.paused ? `Resume ${title}` : `Pause ${title}`}
            title={schedule.paused ? "Resume" : "Pause"}
            disabled={pause.isPending}
            onClick={() => pause.mutate()}
          />
          <Button look="quiet" icon={<Trash2 size={16} />} aria-label={`Delete the schedule of ${title}`} title="Delete" onClick={() => setOpen("delete")} />
        </div>
      </div>
      {trouble && (
        <div className="notice old">
          <span className="grow">{nextInWords(schedule, now)}</span>
          <Button look="link" disabled={pause.isPending} onClick={() => pause.mutate()}>
            Resume
          </Button>
        </div>
      )}
      <RecentRuns schedule={schedule} now={now} />
      {open === "change" && <ChangeSchedule schedule={schedule} onClose={close} />}
      {open === "delete" && (
        <ConfirmByName
          title="Delete this schedule?"
          name={title}
          act="Delete"
          busy={remove.isPending}
          complaint={remove.error === null ? undefined : sentenceOf(remove.error)}
          onConfirm={() => remove.mutate()}
          onClose={close}
        >
          <p>“{title}” is no longer refreshed by itself, and the history of its runs is lost. The page itself and the data that was kept stay.</p>
        </ConfirmByName>
      )}
    </li>
  );
}
