/**
 * Everything that crosses between a page in the sandbox and its host. The page's side is hostile by assumption: the host
 * checks each message with `readPageMessage` (pageMessages.ts) before it looks at it.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = Record<string, Json>;

/** What the server writes into the page before everything else. */
export interface PageConfig {
  appOrigin: string;
  nonce: string;
  artifactId: string;
  title: string;
  storage: Record<string, string>;
  leftOut: LeftOut[];
  /** Libraries on the shelf that the runtime does not know from its build. */
  libraries: Shelved[];
}

/** One version of a library on our shelf: its files, the one that an address without a file means first. */
export interface Shelved {
  readonly name: string;
  readonly version: string;
  readonly files: readonly string[];
}

/** Something external that the page asks for and does not get. */
export interface LeftOut {
  kind: string;
  url: string;
}

/** The two messages that go over `window`; everything after them goes over the port. */
export interface Hello {
  live: "hello";
  nonce: string;
}
export interface PortOffer {
  live: "port";
}

/** A connector's result, passed through as it came. */
export interface ToolResult {
  content?: unknown;
  structuredContent?: unknown;
  isError?: boolean;
  [key: string]: unknown;
}

export type ErrorCode =
  | "needs_reauth"
  | "server_not_connected"
  | "selection_required"
  | "server_not_found"
  | "server_unavailable"
  | "not_in_manifest"
  | "blocked_by_policy"
  | "approval_required"
  | "tool_error"
  | "bad_request"
  | "cancelled"
  | "rate_limited"
  | "upstream_error"
  | "not_granted"
  | "consent_needed"
  | "capability_disabled"
  | "capability_removed"
  | "transform_error";

export interface CallFailure {
  code: ErrorCode;
  message: string;
  retryable?: boolean;
  retryAfterMs?: number;
}

export interface CacheWish {
  staleTime?: number;
  gcTime?: number;
  refresh?: boolean;
}

export interface ToolAddress {
  server: string;
  tool: string;
  input: Json;
}

export interface ClaudeResult {
  content?: unknown;
  structuredContent?: unknown;
  payload?: unknown;
  cache?: { storedAt: number; revalidating: boolean };
}

export type WatchEvent = { type: "result"; result: ClaudeResult } | { type: "error"; error: CallFailure };

export interface ListedTool {
  server: string;
  name: string;
  tool: string;
  readOnly: boolean;
}

export interface Answer {
  text: string;
  isError?: boolean;
}

export interface TaskAnswer {
  sessionId?: string;
  isError?: boolean;
  error?: string;
}

export interface PagePerson {
  displayName: string;
  name: string;
  locale: string;
}

export type Nothing = Record<string, never>;

/** What a page can ask of its host, and what comes back. */
export interface Methods {
  "cowork.call": { params: { name: string; args: Json }; value: ToolResult };
  "claude.call": { params: ToolAddress & { cache: CacheWish | false | null }; value: ClaudeResult };
  "claude.listTools": { params: Nothing; value: ListedTool[] };
  "claude.invalidate": { params: { server: string | null; tool: string | null; input: Json }; value: null };
  "watch.start": {
    params: ToolAddress & { watchId: number; cache: CacheWish | false | null; refetchInterval: number | null };
    value: null;
  };
  "watch.stop": { params: { watchId: number }; value: null };
  ask: { params: { prompt: string; data: Json[] }; value: Answer };
  runTask: { params: { taskId: string; gesture: boolean }; value: TaskAnswer };
  openLink: { params: { url: string }; value: { opened: boolean } };
  offerPrompt: { params: { text: string }; value: { copied: boolean } };
  saveFile: { params: { name: string; type: string; bytes: ArrayBuffer; gesture: boolean }; value: { saved: boolean } };
  user: { params: Nothing; value: PagePerson };
}

export type Method = keyof Methods;

export interface PageRequest<M extends Method = Method> {
  kind: "request";
  id: number;
  method: M;
  params: Methods[M]["params"];
}

export interface StorageWrite {
  set: Record<string, string>;
  remove: string[];
}

export type StorageArea = "local" | "session";

export type MessageLevel = "error" | "warning" | "blocked" | "note";

/** What a page tells its host without waiting for an answer. */
export type PageNotice =
  | { kind: "cancel"; id: number }
  | { kind: "storage"; area: StorageArea; seq: number; write: StorageWrite }
  | { kind: "message"; level: MessageLevel; text: string; where: string | null }
  | { kind: "activity" }
  | { kind: "loaded" }
  | { kind: "flushed"; id: number }
  | { kind: "pointed"; element: PointedElement | null };

/** A place of a page that the person points at, as the page describes it. */
export interface PointedElement {
  selector: string;
  text: string;
  html: string;
}

export type PageMessage = PageRequest | PageNotice;

export interface StorageChange {
  key: string;
  /** null: the key was removed. */
  value: string | null;
}

/** What a host tells its page. */
export type HostMessage =
  | { kind: "answer"; id: number; ok: true; value: unknown }
  | { kind: "answer"; id: number; ok: false; error: CallFailure }
  | { kind: "watch"; watchId: number; event: WatchEvent }
  | { kind: "storage"; items: Record<string, string>; keep: string[]; seq: number }
  | { kind: "flush"; id: number }
  | { kind: "print" }
  | { kind: "point"; on: boolean };

export const limits = {
  storageUnits: 5 * 1024 * 1024,
  watches: 64,
  refetchIntervalMs: 30_000,
  staleTimeMs: 300_000,
  gcTimeMs: 86_400_000,
  messages: 200,
  messageLength: 2_000,
  pendingRequests: 512,
  pointedSelector: 1_000,
  pointedText: 2_000,
  pointedHtml: 8_000,
} as const;

/** The texts that pages compare; never change one. */
export const texts = {
  notAllowlisted: (name: string) => `Tool "${name}" is not in this artifact's mcp_tools allowlist.`,
  argsNotObject: "Tool args must be an object.",
  notShown: "Artifact is not currently shown.",
  rateLimited: "Artifact MCP rate limit exceeded — try again shortly.",
  notAllowedByUser: (tool: string) => `Tool "${tool}" was not allowed by the user.`,
  needsGesture: "runScheduledTask requires a user gesture (click/keypress).",
  taskNotFound: (id: string) => `Scheduled task "${id}" not found.`,
  taskDeclined: "User declined to run the task.",
} as const;

export function failedResult(message: string): ToolResult {
  return { content: [{ type: "text", text: message }], isError: true };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Storage keys under this prefix hold `window.claude.db`; they are not part of `localStorage`. */
export const dbPrefix = "__claude.db/";
