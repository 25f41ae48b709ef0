import { useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "../app/keys.ts";
import { historyServer } from "./historyServer.ts";

const pageSize = 30;

/** What was kept of an artifact's data, the newest first, page by page. */
export function useSnapshots(id: string, enabled = true) {
  return useInfiniteQuery({
    queryKey: keys.snapshots(id),
    queryFn: ({ pageParam }) => historyServer.snapshots(id, pageParam, pageSize),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.id),
    enabled,
  });
}
