import { useQuery } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem.ts";
import { ageOf } from "../host/ages.ts";
import { State } from "../ui/State.tsx";
import { useNow } from "../ui/useNow.ts";
import { alertKeys, alertsServer } from "./alertsServer.ts";
import { trialWords } from "./alertWords.ts";
import type { Condition, TrialResult } from "./types.ts";
import { useSettled } from "../ui/useSettled.ts";

function Line({ result, now }: { result: TrialResult; now: number }) {
  const look = result.fires ? "failing" : result.holds ? "old" : "idle";
  return (
    <li className="alert-trial">
      <State look={look}>{result.fires ? "Told" : result.holds ? "Goes on" : "Nothing"}</State>
      <span className="grow">{result.words}</span>
      <span className="muted tiny numbers">{ageOf(Date.parse(result.takenAt), now)}</span>
    </li>
  );
}

/** What a condition would have done so far, before it is kept. */
export function TrialResults({ artifactId, condition }: { artifactId: string; condition: Condition | undefined }) {
  const now = useNow(30_000);
  const settled = useSettled(condition === undefined ? "" : JSON.stringify(condition));
  const tried = settled === "" ? undefined : (JSON.parse(settled) as Condition);
  const trial = useQuery({
    queryKey: alertKeys.trial(artifactId, tried),
    queryFn: ({ signal }) => (tried === undefined ? [] : alertsServer.trial(artifactId, tried, signal)),
    enabled: tried !== undefined,
    staleTime: 30_000,
    retry: false,
    placeholderData: (before) => before,
  });
  return (
    <section className="alert-past" aria-label="Tried on the past">
      {condition === undefined || tried === undefined ? (
        <p className="muted">As soon as it is complete, it is tried here on what was fetched before.</p>
      ) : trial.error !== null ? (
        <p role="alert">{sentenceOf(trial.error)}</p>
      ) : trial.data === undefined ? (
        <div className="skeleton alert-past-wait" aria-busy />
      ) : (
        <>
          <p className="strong" role="status">
            {trialWords(trial.data)}
          </p>
          <ul className="alert-trials" tabIndex={0} aria-label="Refreshes">
            {trial.data.map((result) => (
              <Line key={result.snapshotId} result={result} now={now} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
