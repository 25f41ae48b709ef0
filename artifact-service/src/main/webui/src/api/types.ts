import type { ErrorCode, Json, JsonObject, ToolResult } from "../../protocol.ts";

/** The server's records, as they come over HTTP. Instants are ISO 8601 text. */

export interface Me {
  id: string;
  name: string;
  email: string;
  admin: boolean;
  workspace: string;
}

export interface PersonRef {
  id: string;
  name: string;
}

export interface Person extends PersonRef {
  email: string;
}

export interface ConnectorMark {
  id: string;
  slug: string;
  name: string;
}

export type Role = "owner" | "editor" | "viewer";

export interface ArtifactCard {
  id: string;
  title: string;
  description?: string | null;
  owner: PersonRef;
  role: Role;
  version: number;
  connectors: ConnectorMark[];
  updatedAt: string;
  lastOpenedAt?: string | null;
}

export type Scope = "recent" | "mine" | "shared";

export interface Template {
  name: string;
  title: string;
  description?: string | null;
  connectors: string[];
}

export interface ArtifactTool {
  name: string;
  connectorId?: string | null;
  connectorName?: string | null;
  tool: string;
  readOnly: boolean;
  state: "requested" | "granted" | "unmapped";
}

export interface Artifact {
  id: string;
  title: string;
  description?: string | null;
  owner: PersonRef;
  role: Role;
  version: number;
  versionCount: number;
  tools: ArtifactTool[];
  createdAt: string;
  updatedAt: string;
}

export interface ToolDecision {
  name: string;
  connectorId?: string;
  granted: boolean;
}

export interface Version {
  number: number;
  summary?: string | null;
  createdAt: string;
  author?: PersonRef | null;
  size?: number;
}

export interface Ticket {
  url: string;
  nonce: string;
}

export type Freshness = "cached" | "live";

export interface CallAnswer {
  outcome: "fresh" | "stale" | "failed";
  connectorId?: string | null;
  connector?: string | null;
  tool?: string | null;
  storedAt?: string | null;
  cached: boolean;
  durationMillis: number;
  error?: { code: ErrorCode; message: string; retryable?: boolean; retryAfterMillis?: number | null } | null;
  result: ToolResult;
}

export interface StorageState {
  revision: number;
  items: Record<string, string>;
}

export interface Share {
  id: string;
  kind: "person" | "workspace";
  person?: Person | null;
  email?: string | null;
  name?: string | null;
  role: "viewer" | "editor";
}

export type ConnectorState = "connected" | "needs_sign_in" | "failing" | "revoked";
export type SignIn = "none" | "bearer" | "header" | "oauth";

export interface Connector {
  id: string;
  slug: string;
  name: string;
  endpoint: string;
  scope: "workspace" | "personal";
  signIn: SignIn;
  state: ConnectorState;
  stateReason?: string | null;
  stateSince?: string | null;
  lastSuccessAt?: string | null;
  mine: boolean;
}

export interface NewConnector {
  name: string;
  endpoint: string;
  scope: "workspace" | "personal";
  signIn: SignIn;
  secret?: string;
  headerName?: string;
}

export interface ConnectorCheck {
  ok: boolean;
  protocolVersion?: string | null;
  serverName?: string | null;
  toolCount?: number | null;
  error?: string | null;
}

export interface ConnectorTool {
  name: string;
  title?: string | null;
  description?: string | null;
  readOnly: boolean;
  annotations?: JsonObject | null;
  inputSchema?: Json;
  outputSchema?: Json;
}

export type RunState = "requested" | "running" | "finished" | "partly" | "failed" | "gone" | "skipped";

export interface Run {
  id: string;
  scheduleId: string;
  artifactId: string;
  dueAt: string;
  trigger: "schedule" | "manual";
  state: RunState;
  requestedAt: string;
  finishedAt?: string | null;
  calls: RunCall[];
}

export interface RunCall {
  connector: string;
  tool: string;
  durationMillis: number;
  error?: { message?: string } | string | null;
}

export interface Schedule {
  id: string;
  artifactId: string;
  artifactTitle: string;
  cron: string;
  inWords: string;
  timeZone: string;
  paused: boolean;
  pausedReason?: string | null;
  nextAt?: string | null;
  lastRun?: Run | null;
  recentRuns: Run[];
  ownerId: string;
}

export interface CronReading {
  inWords: string;
  next: string[];
}
