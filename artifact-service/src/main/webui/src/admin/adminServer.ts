import { send } from "../api/http.ts";
import type { AuditEntry, AuditFilter, Budgets, Group, Holding, Part, PolicyReport, Someone, SystemView } from "./types.ts";

const part = encodeURIComponent;

function list(path: string, query: string, after: string | undefined): string {
  return `/api/admin/${path}?query=${part(query)}${after === undefined ? "" : `&after=${part(after)}`}`;
}

/** A day as the person means it: from its first moment here, or to its last. */
function moment(day: string, end: boolean): string | undefined {
  const at = new Date(`${day}T00:00`);
  if (Number.isNaN(at.getTime())) return undefined;
  if (end) at.setDate(at.getDate() + 1);
  return at.toISOString();
}

export function auditQuery({ person, action, outcome, artifact, from, to }: AuditFilter): string {
  const asked = { person, action, outcome, artifact, from: moment(from, false), to: moment(to, true) };
  return Object.entries(asked)
    .flatMap(([name, value]) => (value === undefined || value.trim() === "" ? [] : [`${name}=${part(value.trim())}`]))
    .join("&");
}

/** Every request of administrators, by its name. */
export const adminServer = {
  people: (query: string, after?: string) => send<Part<Someone>>(list("people", query, after)),
  groups: (query: string, after?: string) => send<Part<Group>>(list("groups", query, after)),
  artifacts: (query: string, after?: string) => send<Part<Holding>>(list("artifacts", query, after)),
  reassign: (artifactId: string, personId: string) =>
    send<unknown>(`/api/admin/artifacts/${part(artifactId)}/owner`, { method: "POST", body: { personId } }),
  signOut: (personId: string) => send<unknown>(`/api/admin/people/${part(personId)}/sessions`, { method: "DELETE" }),
  revokeTokens: (personId: string) => send<unknown>(`/api/admin/people/${part(personId)}/tokens`, { method: "DELETE" }),
  budgets: (query: string) => send<Budgets>(`/api/admin/budgets?query=${part(query)}`),
  audit: (filter: AuditFilter, before?: string) =>
    send<Part<AuditEntry>>(`/api/admin/audit?${auditQuery(filter)}${before === undefined ? "" : `&before=${part(before)}`}`),
  system: () => send<SystemView>("/api/admin/system"),
  policyReports: () => send<PolicyReport[]>("/api/admin/policy-reports"),
};

/** The log as JSON lines, as a download of the browser. */
export const auditExport = (filter: AuditFilter) => `/api/admin/audit.jsonl?${auditQuery(filter)}`;
