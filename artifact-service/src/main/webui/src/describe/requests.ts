import { send } from "../api/http.ts";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer } from "../api/types.ts";
import type { Readiness, Saved, Trial, Wish } from "./types.ts";

const description = (id: string) => `/api/descriptions/${encodeURIComponent(id)}`;

/** What the server is asked while a page is made from words. */
export const requests = {
  readiness: () => send<Readiness>("/api/descriptions"),
  begin: (wish: Wish) => send<{ id: string }>("/api/descriptions", { method: "POST", body: wish }),
  call: (id: string, body: CallBody, signal?: AbortSignal) => send<CallAnswer>(`${description(id)}/calls`, { method: "POST", body, signal }),
  verify: (id: string, trial: Trial) => send<unknown>(`${description(id)}/verification`, { method: "POST", body: trial }),
  answer: (id: string, number: number, text: string) => send<unknown>(`${description(id)}/answers`, { method: "POST", body: { number, text } }),
  cancel: (id: string) => send<unknown>(description(id), { method: "DELETE" }),
  accept: (id: string, wish: { title?: string; overwrite?: boolean }) => send<Saved>(`${description(id)}/accept`, { method: "POST", body: wish }),
} as const;

export const storyPath = (id: string, after: number) => `${description(id)}/events?after=${after}`;
