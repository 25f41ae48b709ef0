import { send } from "../api/http.ts";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer, Ticket } from "../api/types.ts";
import type { Changes, Preferences, Snapshot } from "./types.ts";

const part = encodeURIComponent;
const artifact = (id: string) => `/api/artifacts/${part(id)}`;

/** Every request about what was kept of an artifact's data, by its name. */
export const historyServer = {
  snapshots: (id: string, before: string | undefined, limit: number) =>
    send<Snapshot[]>(`${artifact(id)}/snapshots?limit=${limit}${before === undefined ? "" : `&before=${part(before)}`}`),
  snapshot: (id: string, snapshotId: string) => send<Snapshot>(`${artifact(id)}/snapshots/${part(snapshotId)}`),
  ticketAsOf: (id: string, asOf: string) => send<Ticket>(`${artifact(id)}/tickets`, { method: "POST", body: { asOf } }),
  callAsOf: (id: string, asOf: string, body: CallBody, signal?: AbortSignal) =>
    send<CallAnswer>(`${artifact(id)}/calls`, { method: "POST", body: { ...body, asOf }, signal }),
  changes: (id: string, from: string, to: string) => send<Changes>(`${artifact(id)}/changes?from=${part(from)}&to=${part(to)}`),
  chooseKey: (id: string, body: { connector: string; tool: string; key: string[] }) =>
    send<unknown>(`${artifact(id)}/changes/key`, { method: "PUT", body }),
  preferences: (id: string) => send<Preferences>(`${artifact(id)}/preferences`),
  prefer: (id: string, body: Preferences) => send<Preferences>(`${artifact(id)}/preferences`, { method: "PUT", body }),
};
