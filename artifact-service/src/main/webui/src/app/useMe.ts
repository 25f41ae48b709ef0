import { useQuery } from "@tanstack/react-query";
import { server } from "../api/server.ts";
import { keys } from "./keys.ts";

/** Who is signed in. */
export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: server.me, staleTime: Infinity });
}
