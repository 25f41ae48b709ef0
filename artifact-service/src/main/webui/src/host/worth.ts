import type { ErrorCode } from "../../protocol.ts";
import { CallLog, type CallRecord } from "./callLog.ts";

/** Failures that pass by themselves: the source, or the way to it, is away. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["server_unavailable", "rate_limited", "upstream_error"]);

export function wantsSignIn(code: string | null | undefined): boolean {
  return code === "needs_reauth" || code === "server_not_connected";
}

export function isPassing(record: CallRecord): boolean {
  return record.error !== null && passing.has(record.error.code);
}

export function hasData(record: CallRecord): boolean {
  return record.state === "fresh" || record.state === "stale";
}

/**
 * True if a page that was loaded anew got nothing because its sources are away, while the page on screen has their last
 * good data: then that one stays.
 */
export function isWorse(anew: readonly CallRecord[], shown: readonly CallRecord[]): boolean {
  const calls = CallLog.newest(anew);
  const kept = new Set(CallLog.newest(shown).filter(hasData).map(({ key }) => key));
  const nothing = calls.length > 0 && calls.every((record) => record.state === "failed" && isPassing(record));
  return nothing && calls.some(({ key }) => kept.has(key));
}
