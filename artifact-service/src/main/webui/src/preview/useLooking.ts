import { useEffect } from "react";
import type { ArtifactHost } from "../host/artifactHost.ts";
import type { HostState } from "../host/hostState.ts";
import { useSignal } from "../ui/useSignal.ts";

/** Runs a page that is only looked at: what it wants of the person beyond that is answered with no. */
export function useLooking(host: ArtifactHost): HostState {
  const ask = useSignal(host.asks.current);
  useEffect(() => {
    host.start();
    return () => host.stop();
  }, [host]);
  useEffect(() => {
    if (ask !== undefined) host.asks.answer(ask.id, false);
  }, [ask, host]);
  return useSignal(host.state);
}
