import { useEffect } from "react";
import { Stage } from "../artifact/Stage.tsx";
import type { ArtifactHost } from "../host/artifactHost.ts";
import { useLooking } from "../preview/useLooking.ts";

interface Props {
  host: ArtifactHost;
  label: string;
  /** True while the person is to point at something. */
  pointing: boolean;
}

/** The page as it is saved, at work: what it wants of the person beyond looking is answered with no. */
export function CurrentPage({ host, label, pointing }: Props) {
  const state = useLooking(host);
  useEffect(() => {
    host.point(pointing);
  }, [host, pointing]);
  return (
    <section className={pointing ? "draft stage pointing" : "draft stage"} aria-label={label}>
      <Stage host={host} state={state} title={label} />
    </section>
  );
}
