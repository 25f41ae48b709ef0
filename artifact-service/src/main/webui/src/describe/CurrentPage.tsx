import { useEffect } from "react";
import { Stage } from "../artifact/Stage.tsx";
import type { ArtifactHost } from "../host/artifactHost.ts";
import { useSignal } from "../ui/useSignal.ts";

interface Props {
  host: ArtifactHost;
  label: string;
  /** True while the person is to point at something. */
  pointing: boolean;
}

/** The page as it is saved, at work: what it wants of the person beyond looking is answered with no. */
export function CurrentPage({ host, label, pointing }: Props) {
  const state = useSignal(host.state);
  const ask = useSignal(host.asks.current);
  useEffect(() => {
    host.start();
    return () => host.stop();
  }, [host]);
  useEffect(() => {
    if (ask !== undefined) host.asks.answer(ask.id, false);
  }, [ask, host]);
  useEffect(() => {
    host.point(pointing);
  }, [host, pointing]);
  return (
    <section className={pointing ? "draft stage pointing" : "draft stage"} aria-label={label}>
      <Stage host={host} state={state} title={label} />
    </section>
  );
}
