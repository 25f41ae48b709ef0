import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useSignInNews } from "../connectors/useSignInNews.ts";
import { readingKeys, readingServer } from "./readingServer.ts";
import type { Reading } from "./types.ts";

/** What is to be agreed to before an artifact is read. It is asked beside the page: the server refuses what is not agreed to. */
export function useReading(id: string, asked: boolean) {
  const queries = useQueryClient();
  const reading = useQuery({
    queryKey: readingKeys.reading(id),
    queryFn: () => readingServer.reading(id),
    enabled: asked,
    staleTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const again = useCallback(() => void queries.invalidateQueries({ queryKey: readingKeys.reading(id) }), [queries, id]);
  return { reading: reading.data, again };
}

/** Agrees to what is on screen. */
export function useConsent(id: string) {
  const queries = useQueryClient();
  const queryKey = readingKeys.reading(id);
  const consent = useMutation({
    mutationFn: ({ list }: Reading) => readingServer.consent(id, list),
    onSuccess: (_, reading) => queries.setQueryData<Reading>(queryKey, { ...reading, agreed: true }),
    // The list may have grown meanwhile: what is to be agreed to is shown anew.
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  const signedIn = useCallback(() => void queries.invalidateQueries({ queryKey }), [queries, queryKey]);
  useSignInNews(signedIn);
  return consent;
}
