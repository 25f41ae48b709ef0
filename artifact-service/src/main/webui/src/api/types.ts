import type { ErrorCode, Json, JsonObject, LeftOut, ToolResult } from "../../protocol.ts";

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
  /** How this person's last call there went, from this artifact. */
  freshness?: { outcome: "fresh" | "stale" | "failed"; storedAt?: string | null; seenAt: string } | null;
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
  /** True if its fields are mapped to those of any system. */
  bindable?: boolean;
}

export interface ArtifactTool {
  name: string;
  connectorId?: string | null;
  connectorName?: string | null;
  tool: string;
  readOnly: boolean;
  /** `changed`: the tool is not what was granted any more. */
  state: "requested" | "granted" | "unmapped" | "changed";
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
  /** The tools that it asks for and the version before did not, and the other way round. */
  added?: string[];
  removed?: string[];
}

/** A line of the difference between two versions' texts; of `skipped` ones there are `count`. */
export interface DiffLine {
  kind: "same" | "added" | "removed" | "skipped";
  text: string;
  count?: number | null;
}

/** Where a page's tool can be found. */
export interface ToolTarget {
  connectorId: string;
  connectorName: string;
  tool: string;
  readOnly: boolean;
}

/** A tool that a page asks for, before it is saved. */
export interface WantedTool {
  name: string;
  tool: string;
  guess?: ToolTarget | null;
  candidates: ToolTarget[];
  /** Why the entry is none that can work. */
  flagged?: string | null;
}

/** What a page would need here. */
export interface PageNeeds {
  title?: string | null;
  description?: string | null;
  tools: WantedTool[];
  libraries: { address: string; servedAs?: string | null }[];
  leftOut: LeftOut[];
  notes?: string[];
}

export interface ToolChoice {
  name: string;
  connectorId: string;
  tool?: string;
}

/** How the data of a call has changed since the version was made. */
export interface Drift {
  connector: string;
  tool: string;
  changes: { kind: "gone" | "new" | "retyped" | "renamed"; path: string; was?: string | null; is?: string | null }[];
}

export interface Ticket {
  url: string;
  nonce: string;
}

/** What a person always allows in an artifact. */
export interface Confirmation {
  name: string;
  tool: string;
  since: string;
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

export type ConnectorKind = "mcp" | "spreadsheet" | "openapi" | "sql";

/** Whose sign-in a call uses: each person's own, or one for the workspace. */
export type ConnectionScope = "person" | "workspace";

/** How the client is known at the authorization server; `needed` if an administrator has to make it known. */
export type Registration = "configured" | "metadata" | "dynamic" | "needed";

export interface Authorization {
  issuer: string;
  registration: Registration;
  scopes?: string[];
}

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
  lastError?: string | null;
  mine: boolean;
  kind?: ConnectorKind;
  connectionScope?: ConnectionScope | null;
  authorization?: Authorization | null;
  protocolVersion?: string | null;
}

export interface NewConnector {
  name: string;
  endpoint: string;
  scope: "workspace" | "personal";
  signIn: SignIn;
  connectionScope?: ConnectionScope;
  secret?: string;
  headerName?: string;
}

export interface NewOpenApi {
  name: string;
  scope: "workspace" | "personal";
  documentUrl: string;
  baseUrl?: string;
  signIn: SignIn;
  secret?: string;
  headerName?: string;
}

/** What a spreadsheet connector reads: a file that was uploaded, or the one at an address. */
export interface StoredFile {
  fileName: string;
  address?: string | null;
  updatedAt: string;
}

/** The OpenAPI document that a connector is made of. */
export interface ApiDocument {
  documentUrl: string;
  baseUrl: string;
  title: string;
  operations: number;
  fetchedAt: string;
}

export type QueryParameterType = "text" | "integer" | "number" | "boolean" | "date" | "timestamp" | "uuid";

export interface QueryParameter {
  name: string;
  type: QueryParameterType;
  description?: string | null;
  required: boolean;
}

/** What pages may ask of a database: the named queries alone, or any SELECT too. */
export interface DatabaseQueries {
  mode: "named" | "select";
  queries: NamedQuery[];
}

export interface DatabaseSource extends DatabaseQueries {
  host: string;
  port: number;
  database: string;
  user: string;
  /** True if only our transaction keeps the user from writing. */
  mayWrite: boolean;
}

export interface NamedQuery {
  name: string;
  description?: string | null;
  sql: string;
  parameters?: QueryParameter[] | null;
}

export interface NewSql {
  name: string;
  scope: "workspace" | "personal";
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  mode: "named" | "select";
  queries: NamedQuery[];
}

export interface FoundTool {
  name: string;
  title?: string | null;
  readOnly: boolean;
}

export interface ConnectorCheck {
  ok: boolean;
  era?: "stateless" | "session" | null;
  protocolVersion?: string | null;
  serverName?: string | null;
  signIn?: SignIn | null;
  authorization?: Authorization | null;
  tools?: FoundTool[] | null;
  toolCount?: number | null;
  error?: string | null;
}

/** A service that is known to speak MCP. */
export interface Preset {
  key: string;
  name: string;
  endpoint: string;
  signIn: SignIn;
  purpose: string;
  documentation?: string | null;
  tools: string[];
}

export type Policy = "allow" | "ask" | "block";

/** What applies to the tools that no policy of their own has been set for. */
export interface PolicyDefaults {
  reads: Policy;
  writes: Policy;
  unannotated: "reads" | "writes";
}

export interface ConnectorTool {
  name: string;
  title?: string | null;
  description?: string | null;
  readOnly: boolean;
  annotations?: JsonObject | null;
  inputSchema?: Json;
  outputSchema?: Json;
  policy?: Policy;
  policyFrom?: "tool" | "connector" | "default";
  annotated?: boolean;
  lastUsedAt?: string | null;
  changed?: { at: string; what: string[] } | null;
}

/** One field of the rows of a result, as far as the rows tell. */
export interface ProbeField {
  path: string;
  type: string;
  types?: string[];
  examples: Json[];
  nullShare: number;
  min?: Json;
  max?: Json;
  looksLike?: string | null;
}

export interface ProbeFinding {
  answer: CallAnswer;
  rows?: { path: string; source: "structured" | "json-text" | "markdown" | "text"; count: number } | null;
  fields: ProbeField[];
  shapeHash?: string | null;
}

/** What one person's page has used of Claude today, in tokens. */
export interface AskBudget {
  artifactId: string;
  title: string;
  personId: string;
  personName: string;
  tokensUsed: number;
  tokensLeft: number;
  resetsAt: string;
}
