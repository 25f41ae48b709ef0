import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { server } from "../api/server.ts";
import type { PageNeeds } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { needsFrom } from "./mapping.ts";
import { complaintAbout, type PageFacts } from "./readPage.ts";

/** What a page would need here: the server's look at it, and until that is there what the page says of itself. */
export function useNeeds(html: string, facts: PageFacts | undefined): { needs: PageNeeds | undefined; looking: boolean } {
  const asked = useDeferredValue(html);
  const { data, isFetching } = useQuery({
    queryKey: keys.needs(asked),
    queryFn: ({ signal }) => server.inspectPage(asked, signal),
    enabled: facts !== undefined && complaintAbout(asked, facts.bytes) === undefined,
    staleTime: 30_000,
    gcTime: 0,
  });
  const looking = isFetching && data === undefined;
  return { needs: facts === undefined ? undefined : (data ?? needsFrom(facts)), looking };
}
