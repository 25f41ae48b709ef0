import { send } from "../api/http.ts";
import type { MadeToken, NewToken, Session, Token } from "./types.ts";

const part = encodeURIComponent;

/** Every request about one's own sessions and tokens, by its name. */
export const accountServer = {
  sessions: () => send<Session[]>("/api/sessions"),
  endSession: (id: string) => send<unknown>(`/api/sessions/${part(id)}`, { method: "DELETE" }),
  endSessions: () => send<unknown>("/api/sessions", { method: "DELETE" }),
  tokens: () => send<Token[]>("/api/tokens"),
  makeToken: (token: NewToken) => send<MadeToken>("/api/tokens", { method: "POST", body: token }),
  revokeToken: (id: string) => send<unknown>(`/api/tokens/${part(id)}`, { method: "DELETE" }),
};

/** The names under which the query library keeps what the server said. */
export const accountKeys = {
  sessions: ["sessions"] as const,
  tokens: ["tokens"] as const,
};
