import "../styles/draft.css";
import { Stage } from "../artifact/Stage.tsx";
import type { ArtifactHost } from "../host/artifactHost.ts";
import { useLooking } from "./useLooking.ts";

/** A page that is not saved, at work. What it wants of the person beyond looking is answered with no. */
export function DraftPreview({ host, label }: { host: ArtifactHost; label: string }) {
  const state = useLooking(host);
  return (
    <section className="draft stage" aria-label={label}>
      <Stage host={host} state={state} title={label} />
    </section>
  );
}
