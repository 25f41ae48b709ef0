import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMe } from "../app/useMe.ts";
import { isSignedOut, onSignedIn, session } from "./session.ts";

/** Notices that the session has ended, and goes on when the same person is back; for another the app starts anew. */
export function useSession(): void {
  const queries = useQueryClient();
  const { data: me } = useMe();
  const mine = me?.id;

  useEffect(() => {
    if (mine === undefined) return;
    return queries.getQueryCache().subscribe(({ query }) => {
      if (isSignedOut(query.state.error)) session.set("ended");
    });
  }, [mine, queries]);

  useEffect(() => {
    if (mine === undefined) return;
    return onSignedIn((personId) => {
      if (personId !== mine) {
        window.location.reload();
        return;
      }
      session.set("live");
      void queries.invalidateQueries();
    });
  }, [mine, queries]);
}
