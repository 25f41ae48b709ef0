import { send } from "../api/http.ts";
import type { Reading } from "./types.ts";

const artifact = (id: string) => `/api/artifacts/${encodeURIComponent(id)}`;

/** The requests about the first opening of an artifact. */
export const readingServer = {
  reading: (id: string) => send<Reading>(`${artifact(id)}/reading`),
  /** Agrees to exactly what was on screen: where the page reads something else by now, the server asks again. */
  consent: (id: string, list: string) => send<unknown>(`${artifact(id)}/consent`, { method: "POST", body: { list } }),
};

export const readingKeys = {
  reading: (id: string) => ["artifact", id, "reading"] as const,
};
