import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "../app/keys.ts";
import { listen } from "../artifact/liveEvents.ts";
import type { LiveEvent } from "../host/events.ts";
import { scheduleWith, withProgress, type Progress } from "./progress.ts";
import type { Run, Schedule } from "./types.ts";

const most = 40;
const none: readonly Schedule[] = [];

type Pages = InfiniteData<Run[], string | undefined>;

/** Keeps what is on screen of schedules and runs in step with what the server tells, call by call. */
export function useRunEvents(schedules: readonly Schedule[] = none): void {
  const queries = useQueryClient();
  const artifacts = [...new Set(schedules.map(({ artifactId }) => artifactId))].slice(0, most).sort().join(" ");
  useEffect(() => {
    const again = () => {
      for (const queryKey of [keys.schedules, keys.runs]) void queries.invalidateQueries({ queryKey });
    };
    const moved = (progress: Progress) => {
      queries.setQueryData<Schedule[]>(keys.schedules, (known) => known?.map((schedule) => scheduleWith(schedule, progress)));
      queries.setQueriesData<Pages>({ queryKey: keys.runs }, (known) =>
        known === undefined ? known : { ...known, pages: known.pages.map((page) => page.map((run) => withProgress(run, progress))) },
      );
    };
    const onEvent = (id: string, event: LiveEvent) => {
      if (event.type === "progress") moved(event);
      if (event.type !== "refreshed") return;
      again();
      void queries.invalidateQueries({ queryKey: keys.snapshots(id) });
    };
    const ends = artifacts === "" ? [] : artifacts.split(" ").map((id) => listen(id, (event) => onEvent(id, event), again));
    return () => ends.forEach((end) => end());
  }, [artifacts, queries]);
}
