import { QueryClient } from "@tanstack/react-query";
import { Problem } from "../api/problem.ts";

function isAway(error: unknown): boolean {
  return error instanceof Problem && error.kind === "away";
}

/** Server state. What a person may not see is not asked for again; what is away is, soon. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
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
}
