import { send } from "../api/http.ts";
import type { Alert, Condition, Episode, Notices, Source, TrialResult, Ways, Wish } from "./types.ts";

const part = encodeURIComponent;
const alertsOf = (artifactId: string) => `/api/artifacts/${part(artifactId)}/alerts`;
const one = ({ artifactId, id }: Pick<Alert, "artifactId" | "id">) => `${alertsOf(artifactId)}/${part(id)}`;

/** Every request about alerts and notices, by its name. */
export const alertsServer = {
  mine: () => send<Alert[]>("/api/alerts"),
  ways: () => send<Ways>("/api/alerts/channels"),
  of: (artifactId: string) => send<Alert[]>(alertsOf(artifactId)),
  sources: (artifactId: string) => send<Source[]>(`${alertsOf(artifactId)}/sources`),
  trial: (artifactId: string, condition: Condition, signal?: AbortSignal) =>
    send<TrialResult[]>(`${alertsOf(artifactId)}/trial`, { method: "POST", body: condition, signal }),
  add: (artifactId: string, wish: Wish) => send<Alert>(alertsOf(artifactId), { method: "POST", body: wish }),
  change: (alert: Alert, settings: Wish) => send<Alert>(one(alert), { method: "PATCH", body: { settings } }),
  pause: (alert: Alert, paused: boolean) => send<Alert>(one(alert), { method: "PATCH", body: { paused } }),
  remove: (alert: Alert) => send<unknown>(one(alert), { method: "DELETE" }),
  test: (alert: Alert) => send<unknown>(`${one(alert)}/test`, { method: "POST" }),
  renewSecret: (alert: Alert) => send<{ webhookSecret: string }>(`${one(alert)}/secret`, { method: "POST" }),
  episodes: (alert: Alert) => send<Episode[]>(`${one(alert)}/episodes`),

  notices: () => send<Notices>("/api/notices"),
  read: (ids: string[] | null) => send<Notices>("/api/notices/read", { method: "POST", body: { ids } }),
};

/** The names under which the query library keeps what the server said. */
export const alertKeys = {
  all: ["alerts"] as const,
  mine: ["alerts", "mine"] as const,
  ways: ["alerts", "ways"] as const,
  of: (artifactId: string) => ["alerts", "of", artifactId] as const,
  sources: (artifactId: string) => ["alerts", "sources", artifactId] as const,
  trial: (artifactId: string, condition: Condition | undefined) => ["alerts", "trial", artifactId, condition] as const,
  episodes: (id: string) => ["alerts", "episodes", id] as const,
  notices: ["notices"] as const,
};
