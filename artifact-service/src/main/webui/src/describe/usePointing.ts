import { useEffect, useState } from "react";
import type { PointedElement } from "../../protocol.ts";
import type { ArtifactHost } from "../host/artifactHost.ts";

export interface Pointing {
  readonly on: boolean;
  readonly element: PointedElement | null;
  readonly start: () => void;
  readonly stop: () => void;
  readonly forget: () => void;
}

/** Lets the person point at an element of a page, once each time. */
export function usePointing(host: ArtifactHost): Pointing {
  const [on, setOn] = useState(false);
  const [element, setElement] = useState<PointedElement | null>(null);
  useEffect(
    () =>
      host.pointed.subscribe(() => {
        setOn(false);
        const { element: pointed } = host.pointed.value;
        if (pointed !== null) setElement(pointed);
      }),
    [host],
  );
  return { on, element, start: () => setOn(true), stop: () => setOn(false), forget: () => setElement(null) };
}
