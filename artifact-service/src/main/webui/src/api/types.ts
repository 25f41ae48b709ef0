import type { ErrorCode, LeftOut, ToolResult } from "../../protocol.ts";

/** The server's records, as they come over HTTP. Instants are ISO 8601 text. */

export interface Me {
  id: string;
  name: string;
  email: string;
  admin: boolean;
  /** False for who may not make artifacts here. */
  creator?: boolean;
  workspace: string;
}

export interface PersonRef {
  id: string;
  name: string;
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
