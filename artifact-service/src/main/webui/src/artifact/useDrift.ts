import { useQuery } from "@tanstack/react-query";
import { server } from "../api/server.ts";
import type { Drift } from "../api/types.ts";
import { keys } from "../app/keys.ts";

const none: readonly Drift[] = [];

/** How the page's data has changed since it was made; asked once the first data is there. */
export function useDrift(id: string, hasData: boolean): readonly Drift[] {
  const { data } = useQuery({ queryKey: keys.drift(id), queryFn: () => server.drift(id), enabled: hasData, retry: false, staleTime: 60_000 });
  return data ?? none;
}
