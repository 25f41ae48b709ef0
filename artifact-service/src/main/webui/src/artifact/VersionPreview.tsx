import { useEffect, useState } from "react";
import type { Me } from "../api/types.ts";
import { useSignal } from "../ui/useSignal.ts";
import { makePreview } from "./makeHost.ts";
import { Stage } from "./Stage.tsx";

/** A version of a page at work, to look at: what it wants of the person is answered with no. */
export function VersionPreview({ id, me, version, current }: { id: string; me: Me; version: number; current: boolean }) {
  const [host] = useState(() => makePreview(id, me, version));
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
    <section className="preview" aria-label={`Version ${version}`}>
      <h3>
        Version {version} {current && <span className="badge">Current</span>}
      </h3>
      <div className="stage">
        <Stage host={host} state={state} title={`Version ${version}`} />
      </div>
    </section>
  );
}
