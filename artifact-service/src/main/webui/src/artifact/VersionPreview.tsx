import { useState } from "react";
import type { Me } from "../api/types.ts";
import { makePreview } from "./makeHost.ts";
import { Stage } from "./Stage.tsx";
import { useLooking } from "../preview/useLooking.ts";

/** A version of a page at work, to look at: what it wants of the person is answered with no. */
export function VersionPreview({ id, me, version, current }: { id: string; me: Me; version: number; current: boolean }) {
  const [host] = useState(() => makePreview(id, me, version));
  const state = useLooking(host);
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
