import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "../app/keys.ts";
import { onSignIn, type SignInNews } from "./signInPopup.ts";

/** Asks for the connectors again when a sign-in ends in another window, and tells the screen about it. */
export function useSignInNews(listener?: (news: SignInNews) => void): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      onSignIn((news) => {
        void queries.invalidateQueries({ queryKey: keys.connectors });
        listener?.(news);
      }),
    [queries, listener],
  );
}
