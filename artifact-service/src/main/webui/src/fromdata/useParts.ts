import { useQuery } from "@tanstack/react-query";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";

/** What all pages drawn here have in common. */
export function useParts() {
  return useQuery({ queryKey: keys.pageParts, queryFn: server.pageParts, staleTime: Infinity });
}
