import type { ToolResult } from "../../protocol.ts";

/** What public links need of the server. Instants are ISO 8601 text. */

/** A call of a page with what stays of its result. */
export interface CopyCall {
  /** Under which the page may make it. */
  names: string[];
  connector: string;
  tool: string;
  /** Names its arguments without saying them. */
  exact: string;
  /** JSON Pointers to the arguments that depend on the day. */
  relative: string[];
  /** Names the others. */
  loose?: string | null;
  storedAt?: string | null;
  result: ToolResult;
}

export interface CopyTool {
  name: string;
  connector: string;
  tool: string;
  readOnly: boolean;
}

/** All that a visitor of a frozen copy gets beside the page itself. */
export interface Copy {
  title: string;
  takenAt: string;
  tools: CopyTool[];
  calls: CopyCall[];
}

export interface DraftField {
  path: string;
  type: string;
  sample?: string | null;
  filled: number;
}

export interface DraftCall {
  position: number;
  connector: string;
  tool: string;
  arguments: Record<string, unknown>;
  storedAt?: string | null;
  fields: DraftField[];
  /** There are more fields than can be looked at; those are left out. */
  more: boolean;
  leftOut: string[];
  trouble?: string | null;
}

/** What a frozen copy would show, to be looked through. */
export interface Draft {
  id: string;
  version: number;
  takenAt: string;
  calls: DraftCall[];
}

export interface KeptCall {
  position: number;
  paths: string[];
}

export interface Wish {
  draftId: string;
  keep: KeptCall[];
  title?: string;
  password?: string;
  expiresAt?: string;
  origins?: string[];
}

export interface Amendment {
  title?: string;
  password?: string;
  noPassword?: boolean;
  expiresAt?: string;
  noEnd?: boolean;
  origins?: string[];
}

export interface Reviewed {
  connector: string;
  tool: string;
  kept: string[];
  dropped: number;
}

export interface Publication {
  id: string;
  title: string;
  version: number;
  takenAt: string;
  createdAt: string;
  publishedBy: string;
  expiresAt?: string | null;
  over: boolean;
  password: boolean;
  origins: string[];
  views: number;
  viewedAt?: string | null;
  bytes: number;
  review: Reviewed[];
}

/** The link of a publication, told once. */
export interface PublicLink {
  id: string;
  url: string;
}

/** The sites in which an artifact may be shown live, and those of which its owner can choose. */
export interface LiveSites {
  origins: string[];
  allowed: string[];
}
