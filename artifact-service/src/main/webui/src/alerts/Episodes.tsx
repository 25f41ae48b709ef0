import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { ageOf } from "../host/ages.ts";
import { State } from "../ui/State.tsx";
import { alertKeys, alertsServer } from "./alertsServer.ts";
import type { Alert, Episode } from "./types.ts";

function Line({ episode, alert, now }: { episode: Episode; alert: Alert; now: number }) {
  return (
    <li className="alert-episode">
      <State look={episode.endedAt === undefined ? "failing" : "idle"}>
        <span className="numbers">
          {ageOf(Date.parse(episode.beganAt), now)}
          {episode.endedAt === undefined ? ", still so" : ` to ${ageOf(Date.parse(episode.endedAt), now)}`}
        </span>
      </State>
      <p>
        {episode.words}
        {episode.overWords !== undefined && <span className="muted"> {episode.overWords}</span>}
      </p>
      <Link className="button link" href={`/a/${alert.artifactId}?asOf=${episode.snapshotId}`}>
        Open as of then
      </Link>
    </li>
  );
}

/** The times at which an alert fired. */
export function Episodes({ alert, now }: { alert: Alert; now: number }) {
  const episodes = useQuery({ queryKey: alertKeys.episodes(alert.id), queryFn: () => alertsServer.episodes(alert) });
  if (episodes.isPending) return <div className="skeleton alert-past-wait" aria-busy />;
  if (episodes.data === undefined) return <p role="alert">{sentenceOf(episodes.error)}</p>;
  if (episodes.data.length === 0) return <p className="muted">It has not happened yet.</p>;
  return (
    <ul className="alert-episodes">
      {episodes.data.map((episode) => (
        <Line key={episode.id} episode={episode} alert={alert} now={now} />
      ))}
    </ul>
  );
}
