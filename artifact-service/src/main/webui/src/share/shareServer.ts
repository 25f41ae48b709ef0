import { send } from "../api/http.ts";
import type { FoundPerson, Group, NewShare, Share, ShareChange, SharePage, Source, SourceChoice } from "./types.ts";

const part = encodeURIComponent;
const artifact = (id: string) => `/api/artifacts/${part(id)}`;

/** Every request about who may open an artifact, by its name. */
export const shareServer = {
  shares: (id: string, query: string, after: string | undefined, limit: number) =>
    send<SharePage>(`${artifact(id)}/shares?query=${part(query)}&limit=${limit}${after === undefined ? "" : `&after=${part(after)}`}`),
  share: (id: string, body: NewShare) => send<Share>(`${artifact(id)}/shares`, { method: "POST", body }),
  change: (id: string, shareId: string, body: ShareChange) => send<Share>(`${artifact(id)}/shares/${part(shareId)}`, { method: "PATCH", body }),
  remove: (id: string, shareId: string) => send<unknown>(`${artifact(id)}/shares/${part(shareId)}`, { method: "DELETE" }),
  transfer: (id: string, email: string) => send<unknown>(`${artifact(id)}/owner`, { method: "POST", body: { email } }),
  people: (query: string, signal?: AbortSignal) => send<FoundPerson[]>(`/api/people?query=${part(query)}`, { signal }),
  groups: (query: string, signal?: AbortSignal) => send<Group[]>(`/api/groups?query=${part(query)}`, { signal }),
  sources: (id: string, timeZone: string) => send<Source[]>(`${artifact(id)}/sources?timeZone=${part(timeZone)}`),
  setSource: (id: string, connectorId: string, body: SourceChoice) =>
    send<unknown>(`${artifact(id)}/sources/${part(connectorId)}`, { method: "PUT", body }),
};

export const shareKeys = {
  shares: (id: string) => ["artifact", id, "shares"] as const,
  shareList: (id: string, query: string) => ["artifact", id, "shares", query] as const,
  suggestions: (query: string) => ["suggestions", query] as const,
  sources: (id: string) => ["artifact", id, "sources"] as const,
};
