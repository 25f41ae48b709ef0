import { useEffect, useState } from "react";
import { Problem } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { listen } from "../artifact/liveEvents.ts";

/** Why what is on screen may not be seen any more. */
export type End = "revoked" | "signedout";

/** How an artifact that is not open yet ended for who looks at it; null while it has not. */
export function useEnd(id: string): End | null {
  const [end, setEnd] = useState<End | null>(null);
  useEffect(() => {
    const look = () =>
      void server.artifact(id).catch((error: unknown) => {
        if (error instanceof Problem && error.kind === "not-found") setEnd("revoked");
      });
    return listen(
      id,
      ({ type }) => {
        if (type === "revoked" || type === "signedout") setEnd(type);
        if (type === "missed") look();
      },
      look,
    );
  }, [id]);
  return end;
}
