import type { Json } from "../../protocol.ts";
import { send } from "./http.ts";
import type { Artifact, ArtifactCard, ArtifactTool, AskBudget, CallAnswer, Confirmation, DiffLine, Drift, Freshness, Me, PageNeeds, Scope, StorageState, Template, Ticket, ToolChoice, ToolDecision, Version } from "./types.ts";
import type { ApiDocument, DatabaseQueries, DatabaseSource, NewOpenApi, NewSql, StoredFile } from "../connectors/sourceTypes.ts";
import type { Connector, ConnectorCheck, ConnectorTool, NewConnector, Policy, PolicyDefaults, Preset, ProbeFinding } from "../connectors/types.ts";

const part = encodeURIComponent;
const artifact = (id: string) => `/api/artifacts/${part(id)}`;
const connector = (id: string) => `/api/connectors/${part(id)}`;

export interface CallBody {
  name: string;
  args: Json;
  freshness: Freshness;
  confirmed?: boolean;
}

export interface StoragePatch {
  set: Record<string, string>;
  remove: string[];
}

/** Every request that the app makes, by its name. */
export const server = {
  me: () => send<Me>("/api/me"),

  artifacts: (scope: Scope, query: string, after: string | undefined, limit: number) =>
    send<ArtifactCard[]>(`/api/artifacts?scope=${scope}&query=${part(query)}&limit=${limit}${after === undefined ? "" : `&after=${part(after)}`}`),
  createArtifact: (body: { title?: string; description?: string; html: string; mapping?: ToolChoice[] }) =>
    send<{ id: string }>("/api/artifacts", { method: "POST", body }),
  fetchPage: (url: string) => send<{ html: string; title?: string | null }>("/api/artifacts/import", { method: "POST", body: { url } }),
  inspectPage: (html: string, signal?: AbortSignal) =>
    send<PageNeeds>("/api/artifacts/inspect", { method: "POST", body: { html }, signal }),
  templates: () => send<Template[]>("/api/templates"),
  template: (name: string) => send<{ title: string; description: string; html: string }>(`/api/templates/${part(name)}`),
  useTemplate: (name: string) => send<{ id: string }>(`/api/templates/${part(name)}`, { method: "POST" }),
  artifact: (id: string) => send<Artifact>(artifact(id)),
  renameArtifact: (id: string, body: { title?: string; description?: string }) =>
    send<unknown>(artifact(id), { method: "PATCH", body }),
  deleteArtifact: (id: string) => send<unknown>(artifact(id), { method: "DELETE" }),
  versions: (id: string) => send<Version[]>(`${artifact(id)}/versions`),
  source: (id: string, version: number) => send<{ html: string }>(`${artifact(id)}/versions/${version}`),
  addVersion: (id: string, body: { html: string; summary: string }) =>
    send<{ version: number }>(`${artifact(id)}/versions`, { method: "POST", body }),
  pageParts: () => send<{ skeleton: string; stylesheet: string; script: string; guide: string }>("/api/pages/parts"),
  restoreVersion: (id: string, version: number) =>
    send<unknown>(`${artifact(id)}/versions/${version}/restore`, { method: "POST" }),
  difference: (id: string, from: number, to: number) => send<DiffLine[]>(`${artifact(id)}/versions/${from}/diff?to=${to}`),
  drift: (id: string) => send<Drift[]>(`${artifact(id)}/drift`),
  decideTools: (id: string, tools: ToolDecision[]) =>
    send<ArtifactTool[]>(`${artifact(id)}/tools`, { method: "PUT", body: { tools } }),

  ticket: (id: string, version?: number) =>
    send<Ticket>(`${artifact(id)}/tickets`, { method: "POST", body: version === undefined ? {} : { version } }),
  preview: (html: string) => send<Ticket>("/api/previews", { method: "POST", body: { html } }),
  call: (id: string, body: CallBody, signal?: AbortSignal) =>
    send<CallAnswer>(`${artifact(id)}/calls`, { method: "POST", body, signal }),
  ask: (id: string, body: { prompt: string; data: Json[] }) =>
    send<{ text: string; isError?: boolean }>(`${artifact(id)}/ask`, { method: "POST", body }),
  confirmations: (id: string) => send<Confirmation[]>(`${artifact(id)}/confirmations`),
  confirm: (id: string, name: string) => send<unknown>(`${artifact(id)}/confirmations`, { method: "PUT", body: { name } }),
  unconfirm: (id: string, name: string) =>
    send<unknown>(`${artifact(id)}/confirmations`, { method: "DELETE", body: { name } }),
  storage: (id: string) => send<StorageState>(`${artifact(id)}/storage`),
  saveStorage: (id: string, body: StoragePatch, keepalive: boolean) =>
    send<{ revision: number }>(`${artifact(id)}/storage`, { method: "PATCH", body, keepalive }),

  connectors: () => send<Connector[]>("/api/connectors"),
  connector: (id: string) => send<Connector>(connector(id)),
  addConnector: (body: NewConnector) => send<Connector>("/api/connectors", { method: "POST", body }),
  changeConnector: (id: string, body: Partial<NewConnector>) => send<Connector>(connector(id), { method: "PATCH", body }),
  deleteConnector: (id: string) => send<unknown>(connector(id), { method: "DELETE" }),
  checkConnector: (body: { endpoint: string; signIn: string; secret?: string; headerName?: string }, signal?: AbortSignal) =>
    send<ConnectorCheck>("/api/connectors/check", { method: "POST", body, signal }),
  tools: (id: string, refresh = false) => send<ConnectorTool[]>(`${connector(id)}/tools${refresh ? "?refresh=true" : ""}`),
  probe: (id: string, body: { tool: string; arguments: Json }, signal?: AbortSignal) =>
    send<ProbeFinding>(`${connector(id)}/probe`, { method: "POST", body, signal }),
  catalogue: (query: string) => send<Preset[]>(`/api/connectors/catalogue?query=${part(query)}`),
  addOpenApi: (body: NewOpenApi) => send<Connector>("/api/connectors/openapi", { method: "POST", body }),
  addSql: (body: NewSql) => send<Connector>("/api/connectors/sql", { method: "POST", body }),
  addSpreadsheetLink: (body: { name: string; scope: "workspace" | "personal"; url: string }) =>
    send<Connector>("/api/connectors/spreadsheets", { method: "POST", body }),
  spreadsheetFile: (id: string) => send<StoredFile>(`${connector(id)}/file`),
  apiDocument: (id: string) => send<ApiDocument>(`${connector(id)}/document`),
  fetchApiDocument: (id: string) => send<ApiDocument>(`${connector(id)}/document/refresh`, { method: "POST" }),
  databaseSource: (id: string) => send<DatabaseSource>(`${connector(id)}/queries`),
  setQueries: (id: string, body: DatabaseQueries) => send<DatabaseSource>(`${connector(id)}/queries`, { method: "PUT", body }),
  policyDefaults: (id: string) => send<PolicyDefaults>(`${connector(id)}/policy`),
  setPolicyDefaults: (id: string, body: PolicyDefaults) => send<unknown>(`${connector(id)}/policy`, { method: "PUT", body }),
  setToolPolicy: (id: string, tool: string, policy: Policy | null) =>
    send<unknown>(`${connector(id)}/tools/${part(tool)}/policy`, { method: "PUT", body: { policy } }),
  sawTool: (id: string, tool: string) => send<unknown>(`${connector(id)}/tools/${part(tool)}/seen`, { method: "POST" }),
  setSecret: (id: string, secret: string) => send<unknown>(`${connector(id)}/connection`, { method: "PUT", body: { secret } }),
  disconnect: (id: string) => send<unknown>(`${connector(id)}/connection`, { method: "DELETE" }),
  setClient: (id: string, body: { clientId: string; clientSecret?: string }) =>
    send<unknown>(`${connector(id)}/client`, { method: "PUT", body }),
  artifactsUsing: (connectorId: string) => send<ArtifactCard[]>(`/api/artifacts?scope=using&connector=${part(connectorId)}`),

  askBudgets: () => send<AskBudget[]>("/api/asks/budgets"),
} as const;

/** The artifact as one file, as a download of the browser. */
export const exportPath = (id: string, version?: number) => `${artifact(id)}/export${version === undefined ? "" : `?version=${version}`}`;
/** What happens to these artifacts, as one stream. */
export const eventsPath = (ids: readonly string[]) => `/api/events?${ids.map((id) => `artifact=${part(id)}`).join("&")}`;
