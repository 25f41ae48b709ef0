import { useQuery } from "@tanstack/react-query";
import { server } from "../api/server.ts";
import type { Drift } from "../api/types.ts";
import { keys } from "../app/keys.ts";

const none: readonly Drift[] = [];

/** The server notes an answer's structure after it has given it. */
const notedMs = 3_000;

/**
 * How the page's data has changed since it was made; asked once the first data is there, and again with what came later.
 *
 * @param newest when the newest data was stored; undefined while there is none
 */
export function useDrift(id: string, newest: number | undefined): readonly Drift[] {
  const { data } = useQuery({
    queryKey: [...keys.drift(id), newest],
    queryFn: () => server.drift(id),
    enabled: newest !== undefined,
    retry: false,
    staleTime: 60_000,
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => (state.error === null && state.dataUpdateCount < 2 ? notedMs : false),
  });
  return data ?? none;
}
