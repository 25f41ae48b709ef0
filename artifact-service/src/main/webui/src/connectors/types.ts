import type { Json, JsonObject } from "../../protocol.ts";
import type { CallAnswer } from "../api/types.ts";

/** What the server says of connectors and their tools. */

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
