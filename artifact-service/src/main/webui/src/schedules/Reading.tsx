import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { refreshServer } from "./refreshServer.ts";

const moment = (zone: string) =>
  new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit", hourCycle: "h23", timeZone: zone });

function Answer({ cron, zone }: { cron: string; zone: string }) {
  const asked = useDeferredValue(cron);
  const reading = useQuery({
    queryKey: keys.cron(asked, zone),
    queryFn: () => refreshServer.readCron(asked, zone),
    enabled: asked !== "",
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  if (asked === "") return <div className="reading muted">Minute, hour, day of month, month, day of week: for example 30 8 * * 1,4</div>;
  if (reading.error !== null) return <div className="reading notice failing">{sentenceOf(reading.error)}</div>;
  if (reading.data === undefined) return <div className="reading skeleton" aria-busy />;
  const format = moment(zone);
  return (
    <div className="reading notice" role="status">
      <div className="stack close grow">
        <div className="strong">{reading.data.inWords}</div>
        <ol className="reading-next">
          {reading.data.next.map((at) => (
            <li key={at}>{format.format(new Date(at))}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** A rhythm in words, with the next times at which it fires. */
export function Reading(props: { cron: string; zone: string }) {
  // Its own box: what reserves room must not keep the answer from taking more.
  return (
    <div>
      <Answer {...props} />
    </div>
  );
}
