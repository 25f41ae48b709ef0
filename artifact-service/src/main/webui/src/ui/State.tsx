import type { ReactNode } from "react";

export type DotLook = "fresh" | "old" | "failing" | "waiting" | "idle";

/** A dot and a word; the colour alone never carries the state. */
export function State({ look, pending = false, children }: { look: DotLook; pending?: boolean; children: ReactNode }) {
  return (
    <span className="state">
      <span className={`dot ${look}${pending ? " pending" : ""}`} aria-hidden />
      {children}
    </span>
  );
}
