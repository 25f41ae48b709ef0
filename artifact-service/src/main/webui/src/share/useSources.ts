import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { timeZones } from "../schedules/presets.ts";
import { shareKeys, shareServer } from "./shareServer.ts";
import type { SourceChoice } from "./types.ts";

/** The connectors that an artifact reads, and the way to say whose access each is read with. Days are those of this place. */
export function useSources(id: string) {
  const queries = useQueryClient();
  const timeZone = timeZones()[0] ?? "UTC";
  const sources = useQuery({
    queryKey: shareKeys.sources(id),
    queryFn: () => shareServer.sources(id, timeZone),
    retry: false,
    // A page that has just been opened has made its calls a moment before they are written down.
    refetchInterval: ({ state }) => (state.data?.some(({ calls }) => calls.length === 0) === true ? 4_000 : false),
  });
  const set = useMutation({
    mutationFn: ({ connectorId, choice }: { connectorId: string; choice: SourceChoice }) =>
      shareServer.setSource(id, connectorId, choice.access === "owner" ? { ...choice, timeZone } : choice),
    onSuccess: () => queries.invalidateQueries({ queryKey: shareKeys.sources(id) }),
  });
  return { sources, set };
}
