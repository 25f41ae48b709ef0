import "../styles/draft.css";
import { useEffect } from "react";
import { Stage } from "../artifact/Stage.tsx";
import type { ArtifactHost } from "../host/artifactHost.ts";
import { useSignal } from "../ui/useSignal.ts";

/** A page that is not saved, at work. What it wants of the person beyond looking is answered with no. */
export function DraftPreview({ host, label }: { host: ArtifactHost; label: string }) {
  const state = useSignal(host.state);
  const ask = useSignal(host.asks.current);
  useEffect(() => {
    host.start();
    return () => host.stop();
  }, [host]);
  useEffect(() => {
    if (ask !== undefined) host.asks.answer(ask.id, false);
  }, [ask, host]);
  return (
    <section className="draft stage" aria-label={label}>
      <Stage host={host} state={state} title={label} />
    </section>
  );
}
