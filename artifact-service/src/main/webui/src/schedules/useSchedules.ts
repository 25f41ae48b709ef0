import { useQuery } from "@tanstack/react-query";
import { keys } from "../app/keys.ts";
import { refreshServer } from "./refreshServer.ts";
import { isOver } from "./runWords.ts";

/** Every schedule of this person; looked at more often while something is under way. */
export function useSchedules() {
  return useQuery({
    queryKey: keys.schedules,
    queryFn: () => refreshServer.schedules(),
    refetchInterval: ({ state }) => (state.data?.some(({ recentRuns }) => recentRuns.some((run) => !isOver(run))) === true ? 2_000 : 30_000),
  });
}
