import { useInfiniteQuery } from "@tanstack/react-query";
import { server } from "../api/server.ts";
import type { Scope } from "../api/types.ts";
import { keys } from "../app/keys.ts";

const atOnce = 60;

/** The artifacts that a person can open, a part at a time. While another word is searched, what was found before stays. */
export function useCards(scope: Scope, query: string) {
  const list = useInfiniteQuery({
    queryKey: keys.artifactList(scope, query),
    queryFn: ({ pageParam }) => server.artifacts(scope, query, pageParam, atOnce),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.length < atOnce ? undefined : last.at(-1)?.id),
    placeholderData: (before, beforeQuery) => (beforeQuery?.queryKey[1] === scope ? before : undefined),
  });
  return { ...list, cards: list.data?.pages.flat() };
}
