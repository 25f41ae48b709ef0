import { useQuery } from "@tanstack/react-query";
import { Problem } from "../api/problem.ts";
import { shareKeys, shareServer } from "./shareServer.ts";
import type { FoundPerson, Group } from "./types.ts";

interface Found {
  readonly people: readonly FoundPerson[];
  readonly groups: readonly Group[];
}

const none: Found = { people: [], groups: [] };

/** Who may not look for people or groups can still share with an address. */
function orNone(error: unknown): [] {
  if (error instanceof Problem && error.kind === "no-access") return [];
  throw error;
}

/** People and groups whose name fits what was typed. */
export function useSuggestions(typed: string): { found: Found; asked: boolean; error: Error | null } {
  const query = typed.trim();
  const asked = query.length >= 2;
  const { data, error, isFetching } = useQuery({
    queryKey: shareKeys.suggestions(query),
    queryFn: async ({ signal }) => {
      const [people, groups] = await Promise.all([shareServer.people(query, signal).catch(orNone), shareServer.groups(query, signal).catch(orNone)]);
      return { people, groups };
    },
    enabled: asked,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  return { found: asked ? (data ?? none) : none, asked: asked && !isFetching, error };
}
