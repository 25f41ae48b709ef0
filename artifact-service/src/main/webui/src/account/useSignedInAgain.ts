import { useEffect } from "react";
import { useSignal } from "../ui/useSignal.ts";
import { session } from "./session.ts";

interface Host {
  sessionEnded(): void;
  signedInAgain(): void;
}

/** What an open artifact was refused and what waits in it go on together once the person is back. */
export function useSignedInAgain(host: Host, refused: boolean): void {
  const ended = useSignal(session) === "ended";
  useEffect(() => {
    if (refused) session.set("ended");
  }, [refused]);
  useEffect(() => {
    if (ended) host.sessionEnded();
    else host.signedInAgain();
  }, [ended, host]);
}
