import { send } from "../api/http.ts";
import type { Amendment, Copy, Draft, KeptCall, LiveSites, Publication, PublicLink, Wish } from "./types.ts";

const part = encodeURIComponent;
const publications = (id: string) => `/api/artifacts/${part(id)}/publications`;
const one = (id: string, publicationId: string) => `${publications(id)}/${part(publicationId)}`;

/** Every request about what of an artifact others may see without it being shared with them, by its name. */
export const publicationServer = {
  list: (id: string) => send<Publication[]>(publications(id)),
  draft: (id: string, body: { snapshotId?: string; timeZone: string }) =>
    send<Draft>(`${publications(id)}/drafts`, { method: "POST", body }),
  copy: (id: string, draftId: string, keep: KeptCall[]) =>
    send<Copy>(`${publications(id)}/drafts/${part(draftId)}/copy`, { method: "POST", body: { keep } }),
  file: (id: string, draftId: string, keep: KeptCall[]) =>
    send<{ name: string; html: string }>(`${publications(id)}/drafts/${part(draftId)}/file`, { method: "POST", body: { keep } }),
  publish: (id: string, body: Wish) => send<PublicLink>(publications(id), { method: "POST", body }),
  change: (id: string, publicationId: string, body: Amendment) => send<Publication>(one(id, publicationId), { method: "PATCH", body }),
  newLink: (id: string, publicationId: string) => send<PublicLink>(`${one(id, publicationId)}/link`, { method: "POST" }),
  revoke: (id: string, publicationId: string) => send<unknown>(one(id, publicationId), { method: "DELETE" }),
  sites: (id: string) => send<LiveSites>(`/api/artifacts/${part(id)}/embed`),
  chooseSites: (id: string, origins: string[]) =>
    send<LiveSites>(`/api/artifacts/${part(id)}/embed`, { method: "PUT", body: { origins } }),
} as const;

export const publicationKeys = {
  list: (id: string) => ["artifact", id, "publications"] as const,
  sites: (id: string) => ["artifact", id, "embed"] as const,
};
