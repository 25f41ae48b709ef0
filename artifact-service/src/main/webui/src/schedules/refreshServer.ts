import { send } from "../api/http.ts";
import type { CronReading, Delegation, NewSchedule, Proposal, Run, RunFilter, Schedule, ScheduleChange, Trigger } from "./types.ts";

const part = encodeURIComponent;
const schedule = (id: string) => `/api/schedules/${part(id)}`;
const delegation = (artifactId: string) => `/api/delegations/${part(artifactId)}`;

function query(values: object): string {
  const set = Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== "");
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}

/** Every request about refreshing, by its name. */
export const refreshServer = {
  schedules: (artifactId?: string) =>
    send<Schedule[]>(artifactId === undefined ? "/api/schedules" : `/api/schedules?artifactId=${part(artifactId)}`),
  proposal: (artifactId: string, timeZone: string) =>
    send<Proposal>(`/api/artifacts/${part(artifactId)}/delegation/proposal?timeZone=${part(timeZone)}`),
  addSchedule: (artifactId: string, body: NewSchedule) =>
    send<unknown>(`/api/artifacts/${part(artifactId)}/schedules`, { method: "POST", body }),
  changeSchedule: (id: string, body: ScheduleChange) => send<Schedule>(schedule(id), { method: "PATCH", body }),
  deleteSchedule: (id: string) => send<unknown>(schedule(id), { method: "DELETE" }),
  runSchedule: (id: string, trigger: Extract<Trigger, "manual" | "page"> = "manual") =>
    send<Run>(`${schedule(id)}/run?trigger=${trigger}`, { method: "POST" }),
  readCron: (cron: string, timeZone: string) =>
    send<CronReading>("/api/schedules/reading", { method: "POST", body: { cron, timeZone } }),

  runs: (filter: RunFilter, before: string | undefined, limit: number) =>
    send<Run[]>(`/api/schedules/runs?${query({ ...filter, before, limit })}`),
  retryRun: (id: string) => send<Run>(`/api/schedules/runs/${part(id)}/retry`, { method: "POST" }),

  /** Renews what the page's schedules may fetch; they stay as they are. */
  delegate: (artifactId: string, body: Omit<NewSchedule, "cron" | "jitterSeconds" | "misfire">) =>
    send<unknown>(`/api/artifacts/${part(artifactId)}/delegation`, { method: "PUT", body }),
  delegations: () => send<Delegation[]>("/api/delegations"),
  revokeDelegation: (artifactId: string) => send<unknown>(delegation(artifactId), { method: "DELETE" }),
  /** Whoever opens the page uses their own access to this source again. */
  hideSource: (artifactId: string, connectorId: string) =>
    send<unknown>(`/api/artifacts/${part(artifactId)}/sources/${part(connectorId)}`, { method: "DELETE" }),
  expireDelegation: (artifactId: string, expiresAt: string | null) =>
    send<unknown>(delegation(artifactId), { method: "PATCH", body: { expiresAt } }),
};
