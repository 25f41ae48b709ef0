import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, ChevronRight, Pause, Play, Trash2, Zap } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Run, Schedule } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { durationOf, momentOf } from "../host/ages.ts";
import { inWords } from "../host/names.ts";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { ConfirmByName } from "../ui/ConfirmByName.tsx";
import { Empty } from "../ui/Empty.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { State } from "../ui/State.tsx";
import { useToaster } from "../ui/toaster.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { errorOf, isOver, runStates } from "./runWords.ts";

function RunLine({ run, now }: { run: Run; now: number }) {
  const { look, word } = runStates[run.state];
  return (
    <li className="run">
      <State look={look} pending={!isOver(run)}>
        <span className="wrap-text">
          {momentOf(Date.parse(run.dueAt), now)}
          {run.trigger === "manual" ? ", by hand" : ""}: {word}
        </span>
      </State>
      <ul>
        {run.calls.map((call, index) => (
          <li key={index} className="run-call tiny">
            <span className="cut">
              {inWords(call.tool)} <span className="muted">{call.connector}</span>
            </span>
            <span className="muted numbers">{durationOf(call.durationMillis)}</span>
            {errorOf(call) !== undefined && <span className="complaint">{errorOf(call)}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Runs({ schedule, now }: { schedule: Schedule; now: number }) {
  const [open, setOpen] = useState(false);
  const [last] = schedule.recentRuns;
  if (last === undefined) return <p className="muted tiny">It has not run yet.</p>;
  const { look, word } = runStates[last.state];
  return (
    <div>
      <button type="button" className="runs" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="run-dots" aria-hidden>
          {[...schedule.recentRuns].reverse().map((run) => (
            <span key={run.id} className={`dot ${runStates[run.state].look}${isOver(run) ? "" : " pending"}`} />
          ))}
        </span>
        <State look={look} pending={!isOver(last)}>
          <span className="muted tiny">Last: {word}</span>
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

function useScheduleActs(schedule: Schedule) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const onSuccess = () => queries.invalidateQueries({ queryKey: keys.schedules });
  const onError = (error: unknown) => say(sentenceOf(error));
  return {
    run: useMutation({ mutationFn: () => server.runSchedule(schedule.id), onSuccess, onError }),
    pause: useMutation({ mutationFn: () => server.changeSchedule(schedule.id, { paused: !schedule.paused }), onSuccess, onError }),
    remove: useMutation({ mutationFn: () => server.deleteSchedule(schedule.id), onSuccess }),
  };
}

function ScheduleLine({ schedule, now }: { schedule: Schedule; now: number }) {
  const [deleting, setDeleting] = useState(false);
  const { run, pause, remove } = useScheduleActs(schedule);
  return (
    <li className="schedule">
      <div className="schedule-head">
        <div className="grow">
          <h2 className="cut">
            <Link href={`/a/${schedule.artifactId}`} className="plain-link">
              {schedule.artifactTitle}
            </Link>
          </h2>
          <p>
            {schedule.inWords} <span className="muted tiny">{schedule.timeZone.replaceAll("_", " ")}</span>
          </p>
          <p className="muted tiny">
            {schedule.paused
              ? `Paused${schedule.pausedReason == null ? "" : `: ${schedule.pausedReason}`}`
              : schedule.nextAt == null
                ? "No next run"
                : `Next: ${momentOf(Date.parse(schedule.nextAt), now)}`}
          </p>
        </div>
        <div className="row wrap schedule-acts">
          <Button icon={<Zap size={16} />} disabled={run.isPending} onClick={() => run.mutate()}>
            Run now
          </Button>
          <Button
            look="quiet"
            icon={schedule.paused ? <Play size={16} /> : <Pause size={16} />}
            aria-label={schedule.paused ? `Resume ${schedule.artifactTitle}` : `Pause ${schedule.artifactTitle}`}
            title={schedule.paused ? "Resume" : "Pause"}
            disabled={pause.isPending}
            onClick={() => pause.mutate()}
          />
          <Button look="quiet" icon={<Trash2 size={16} />} aria-label={`Delete the schedule of ${schedule.artifactTitle}`} title="Delete" onClick={() => setDeleting(true)} />
        </div>
      </div>
      <Runs schedule={schedule} now={now} />
      {deleting && (
        <ConfirmByName
          title="Delete this schedule?"
          name={schedule.artifactTitle}
          act="Delete"
          busy={remove.isPending}
          complaint={remove.error === null ? undefined : sentenceOf(remove.error)}
          onConfirm={() => remove.mutate()}
          onClose={() => setDeleting(false)}
        >
          <p>“{schedule.artifactTitle}” is no longer refreshed by itself, and the history of its runs is lost. The page itself stays.</p>
        </ConfirmByName>
      )}
    </li>
  );
}

/** What refreshes by itself, and how that went. */
export function Schedules() {
  const [query, setQuery] = useState("");
  const now = useNow(5_000);
  const schedules = useQuery({
    queryKey: keys.schedules,
    queryFn: () => server.schedules(),
    refetchInterval: ({ state }) => (state.data?.some(({ recentRuns }) => recentRuns.some((run) => !isOver(run))) === true ? 1_500 : 30_000),
  });
  const wanted = query.trim().toLowerCase();
  const found = schedules.data?.filter(({ artifactTitle, inWords: words }) => `${artifactTitle} ${words}`.toLowerCase().includes(wanted));
  return (
    <Shell title="Schedules" search={<SearchField label="Search schedules" value={query} onChange={setQuery} />}>
      <div className="narrow stack">
        <h1>Schedules</h1>
        {schedules.isPending && <div className="skeleton list-wait" aria-busy />}
        {schedules.error !== null && schedules.data === undefined && <Trouble error={schedules.error} retry={() => void schedules.refetch()} />}
        {found?.length === 0 && wanted === "" && (
          <Empty
            icon={<CalendarClock size={24} />}
            title="Nothing refreshes by itself yet"
            action={
              <ButtonLink look="primary" href="/">
                Choose an artifact
              </ButtonLink>
            }
          >
            Open an artifact’s menu and choose Schedule, for example every Monday at 7:00.
          </Empty>
        )}
        {found?.length === 0 && wanted !== "" && (
          <Empty icon={<CalendarClock size={24} />} title={`No schedule fits “${query}”`} action={<Button onClick={() => setQuery("")}>Clear the search</Button>} />
        )}
        {found !== undefined && found.length > 0 && (
          <ul className="box lines">
            {found.map((schedule) => (
              <ScheduleLine key={schedule.id} schedule={schedule} now={now} />
            ))}
          </ul>
        )}
      </div>
    </Shell>
  );
}
