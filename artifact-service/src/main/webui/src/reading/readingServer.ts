import { send } from "../api/http.ts";
import type { Reading, ReadSource } from "./types.ts";

const artifact = (id: string) => `/api/artifacts/${encodeURIComponent(id)}`;

/** The requests about the first opening of an artifact. */
export const readingServer = {
  reading: (id: string) => send<Reading>(`${artifact(id)}/reading`),
  /** Agrees to exactly these sources: where the page wants more by now, the server asks again. */
  consent: (id: string, sources: readonly ReadSource[]) =>
    send<unknown>(`${artifact(id)}/consent`, { method: "POST", body: { connectors: sources.map(({ connectorId }) => connectorId) } }),
};

export const readingKeys = {
  reading: (id: string) => ["artifact", id, "reading"] as const,
};
