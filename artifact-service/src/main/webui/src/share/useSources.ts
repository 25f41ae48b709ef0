import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { shareKeys, shareServer } from "./shareServer.ts";
import type { Access } from "./types.ts";

/** The connectors that an artifact reads, and the way to say whose access each is read with. */
export function useSources(id: string) {
  const queries = useQueryClient();
  const sources = useQuery({
    queryKey: shareKeys.sources(id),
    queryFn: () => shareServer.sources(id),
    retry: false,
    // A page that has just been opened has made its calls a moment before they are written down.
    refetchInterval: ({ state }) => (state.data?.some(({ calls }) => calls.length === 0) === true ? 4_000 : false),
  });
  const set = useMutation({
    mutationFn: ({ connectorId, access, calls }: { connectorId: string; access: Access; calls?: string[] }) =>
      shareServer.setSource(id, connectorId, { access, ...(calls === undefined ? {} : { calls }) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: shareKeys.sources(id) }),
  });
  return { sources, set };
}
