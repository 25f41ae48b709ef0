import { useQuery } from "@tanstack/react-query";
import { keys } from "../app/keys.ts";
import { refreshServer } from "./refreshServer.ts";
import type { Schedule } from "./types.ts";

/** When each artifact refreshes next, as far as this person has scheduled it. */
export function nextRefreshes(schedules: readonly Schedule[]): ReadonlyMap<string, number> {
  const next = new Map<string, number>();
  for (const { artifactId, paused, nextAt } of schedules) {
    if (paused || nextAt == null) continue;
    const at = Date.parse(nextAt);
    next.set(artifactId, Math.min(at, next.get(artifactId) ?? at));
  }
  return next;
}

export function useNextRefreshes(): ReadonlyMap<string, number> {
  const { data } = useQuery({ queryKey: keys.schedules, queryFn: () => refreshServer.schedules(), staleTime: 60_000, retry: false });
  return nextRefreshes(data ?? []);
}
