import { QueryClient } from "@tanstack/react-query";
import { isAway } from "../api/problem.ts";
import type { Me } from "../api/types.ts";
import { keys } from "./keys.ts";

/** Server state, with who is signed in where that is known already. What a person may not see is not asked for again; what is away is, soon. */
export function makeQueryClient(me?: Me): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: "always",
        retry: (tries, error) => isAway(error) && tries < 2,
        retryDelay: (tries) => 500 * 2 ** tries,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  if (me !== undefined) queries.setQueryData(keys.me, me);
  return queries;
}
