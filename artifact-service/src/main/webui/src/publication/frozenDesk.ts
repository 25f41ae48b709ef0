import { failedResult, isObject, texts, type ErrorCode } from "../../protocol.ts";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer } from "../api/types.ts";
import { fingerprint, without } from "./fingerprint.ts";
import type { Copy, CopyCall } from "./types.ts";

export const frozenWords = {
  writes: "This is a frozen copy: nothing can be changed from here.",
  notHeld: "This frozen copy does not hold an answer to this.",
  ask: "This is a frozen copy: Claude cannot be asked from here.",
  task: "This is a frozen copy: no task can be run from here.",
} as const;

function refused(tool: string, code: ErrorCode, message: string): CallAnswer {
  return { outcome: "failed", tool, cached: false, durationMillis: 0, error: { code, message }, result: failedResult(message) };
}

function answerOf({ connector, tool, storedAt, result }: CopyCall, takenAt: string): CallAnswer {
  return { outcome: "fresh", connector, tool, storedAt: storedAt ?? takenAt, cached: true, durationMillis: 0, error: null, result };
}

/** Answers a page's calls out of a frozen copy, and out of nothing else. */
export class FrozenDesk {
  constructor(private readonly copy: Copy) {}

  async call({ name, args }: CallBody): Promise<CallAnswer> {
    const lower = name.toLowerCase();
    const calls = this.copy.calls.filter(({ names }) => names.some((known) => known === name || known.toLowerCase() === lower));
    const known = this.copy.tools.find((tool) => tool.name === name);
    const tool = calls[0]?.tool ?? known?.tool ?? name;
    if (known?.readOnly === false) return refused(tool, "blocked_by_policy", frozenWords.writes);
    if (calls.length === 0 && known === undefined) return refused(tool, "not_granted", texts.notAllowlisted(name));
    if (!isObject(args)) return refused(tool, "bad_request", texts.argsNotObject);
    const found = (await this.#exact(calls, args)) ?? (await this.#loose(calls, args));
    return found === undefined ? refused(tool, "upstream_error", frozenWords.notHeld) : answerOf(found, this.copy.takenAt);
  }

  async #exact(calls: readonly CopyCall[], args: NonNullable<object>): Promise<CopyCall | undefined> {
    const name = await fingerprint({ ...args });
    return calls.find(({ exact }) => exact === name);
  }

  async #loose(calls: readonly CopyCall[], args: NonNullable<object>): Promise<CopyCall | undefined> {
    for (const call of calls) {
      if (call.loose != null && (await fingerprint(without(call.relative, { ...args }))) === call.loose) return call;
    }
    return undefined;
  }
}
