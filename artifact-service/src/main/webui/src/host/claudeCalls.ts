import { isObject, limits, type CacheWish, type CallFailure, type ClaudeResult, type Json, type ToolResult } from "../../protocol.ts";
import type { CallDesk, Called, CallWish } from "./callDesk.ts";
import { callKey } from "./callLog.ts";
import type { Clock } from "./clock.ts";

/** A call of `window.claude`: its result, or its failure with a code. */
export type ClaudeOutcome = { ok: true; result: ClaudeResult } | { ok: false; error: CallFailure };

function textOf(result: ToolResult): string {
  const parts = Array.isArray(result.content) ? (result.content as unknown[]) : [];
  return parts.map((part) => (isObject(part) && typeof part.text === "string" ? part.text : "")).join("");
}

/** The data of a result: structured if the connector gave it so, else JSON inside its text, else the text. */
export function payloadOf(result: ToolResult): unknown {
  if (result.structuredContent !== undefined) return result.structuredContent;
  const text = textOf(result);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function toolError(result: ToolResult): CallFailure {
  return { code: "tool_error", message: textOf(result) || "The tool says that it failed." };
}

function failureOf(error: CallFailure, result: ToolResult): CallFailure {
  if (error.code === "not_granted") return { ...error, code: "not_in_manifest" };
  return error.code === "tool_error" ? toolError(result) : error;
}

function outcomeOf(called: Called, revalidating: boolean): ClaudeOutcome {
  const { result, error, storedAt } = called;
  // Last good data stands in for a source that is away: it is a result, with its age.
  const usable = error === null || (storedAt !== null && result.isError !== true);
  if (!usable) return { ok: false, error: failureOf(error, result) };
  if (result.isError === true) return { ok: false, error: toolError(result) };
  const value: ClaudeResult = { ...result, payload: payloadOf(result) };
  if (storedAt !== null) value.cache = { storedAt, revalidating };
  return { ok: true, result: value };
}

/** The calls of `window.claude`, with its wishes about the cache: stale while it revalidates. */
export class ClaudeCalls {
  readonly #invalid = new Set<string>();

  constructor(
    private readonly desk: CallDesk,
    private readonly clock: Clock,
    private readonly onNewer: (key: string, outcome: ClaudeOutcome) => void,
  ) {}

  async call(name: string, input: Json, cache: CacheWish | false | null, signal?: AbortSignal): Promise<ClaudeOutcome> {
    const key = callKey(name, input);
    const forced = cache === false || (cache !== null && cache.refresh === true) || this.#invalid.delete(key);
    const wish: CallWish = signal === undefined ? {} : { signal };
    if (forced) return outcomeOf(await this.desk.call(name, input, { ...wish, freshness: "live" }), false);
    const called = await this.desk.call(name, input, wish);
    const stale = this.#isStale(called, cache);
    if (stale) void this.#revalidate(key, name, input);
    return outcomeOf(called, stale);
  }

  invalidate(keys: Iterable<string>): void {
    for (const key of keys) this.#invalid.add(key);
  }

  #isStale(called: Called, cache: CacheWish | false | null): boolean {
    if (cache === null || cache === false || cache.staleTime === undefined) return false;
    if (!called.cached || called.storedAt === null) return false;
    return this.clock.now() - called.storedAt > Math.min(cache.staleTime, limits.staleTimeMs);
  }

  async #revalidate(key: string, name: string, input: Json): Promise<void> {
    this.onNewer(key, outcomeOf(await this.desk.call(name, input, { freshness: "live" }), false));
  }
}
