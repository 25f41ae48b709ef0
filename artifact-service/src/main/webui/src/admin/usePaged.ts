import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Part } from "./types.ts";

/** A list that comes part by part; while another search is under way, what was found before stays. */
export function usePaged<T>(key: readonly unknown[], fetch: (place?: string) => Promise<Part<T>>) {
  return useInfiniteQuery({
    queryKey: ["admin", ...key],
    queryFn: async ({ pageParam }) => fetch(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
