import { failedResult, isObject, texts, type CallFailure, type Json, type ToolResult } from "../../protocol.ts";
import { Problem } from "../api/problem.ts";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer, Freshness } from "../api/types.ts";
import type { PendingCall } from "./asks.ts";
import { callKey, type CallLog } from "./callLog.ts";
import { Backoff, pause, type Clock } from "./clock.ts";
import type { WriteDesk } from "./writeDesk.ts";

export interface ToolSource {
  readonly connectorId: string | null;
  readonly connector: string;
  readonly tool: string;
}

/** What the call desk needs from outside. */
export interface CallLine {
  call(body: CallBody, signal: AbortSignal): Promise<CallAnswer>;
  /** The connector behind a name, as far as it is known before the call. */
  sourceOf(name: string): ToolSource;
  /** True for a write that is always allowed but that nobody has just clicked for: then the person is asked first. */
  needsWord(name: string): Promise<boolean>;
  isRead(name: string): boolean;
  onProblem(problem: Problem): void;
  onAnswer(): void;
  /** A call began or ceased to wait for the person. */
  onHeld(): void;
}

/** An answer as both runtimes need it. */
export interface Called {
  readonly result: ToolResult;
  readonly error: CallFailure | null;
  readonly storedAt: number | null;
  readonly cached: boolean;
}

export interface CallWish {
  freshness?: Freshness;
  signal?: AbortSignal;
}

/** How long a call waits for a service that is away before the page is told. */
const patienceMs = 8_000;
/** After Reload, the first call of each kind within this time goes past every cache. */
const liveWindowMs = 60_000;

function failureOf(answer: CallAnswer): CallFailure | null {
  const { error } = answer;
  if (error === null || error === undefined) return null;
  return {
    code: error.code,
    message: error.message,
    ...(error.retryable === undefined ? {} : { retryable: error.retryable }),
    ...(typeof error.retryAfterMillis === "number" ? { retryAfterMs: error.retryAfterMillis } : {}),
  };
}

function refused(failure: CallFailure): Called {
  return { result: failedResult(failure.message), error: failure, storedAt: null, cached: false };
}

const problemCodes: Record<Problem["kind"], CallFailure["code"]> = {
  "signed-out": "needs_reauth",
  "no-access": "not_granted",
  "not-found": "capability_removed",
  away: "server_unavailable",
  refused: "upstream_error",
};

function failureOfProblem(error: unknown): CallFailure {
  if (!(error instanceof Problem)) return { code: "cancelled", message: "The call was cancelled." };
  return { code: problemCodes[error.kind], message: error.message, retryable: error.kind === "away" };
}

/** Makes one page's calls: checks, waits out short absences, has writes confirmed, and keeps the log. */
export class CallDesk {
  #closed = false;
  #held = 0;
  readonly #askedLive = new Set<string>();
  readonly #openedAt: number;

  constructor(
    private readonly line: CallLine,
    private readonly log: CallLog,
    private readonly writes: WriteDesk,
    private readonly clock: Clock,
    private readonly live: boolean,
  ) {
    this.#openedAt = clock.now();
  }

  close(): void {
    this.#closed = true;
  }

  /** Calls that wait for the person's word. */
  get held(): number {
    return this.#held;
  }

  /** Never rejects: what goes wrong is in the answer. */
  async call(name: string, args: Json, wish: CallWish = {}): Promise<Called> {
    if (this.#closed) return refused({ code: "capability_disabled", message: texts.notShown });
    if (!isObject(args)) return refused({ code: "bad_request", message: texts.argsNotObject });
    const record = this.log.begin({ name, args, startedAt: this.clock.now(), ...this.line.sourceOf(name) });
    const freshness = wish.freshness ?? this.#freshness(callKey(name, args));
    try {
      const signal = wish.signal ?? new AbortController().signal;
      const answer = await this.#confirmed({ name, args, freshness }, signal);
      return this.#finish(record.id, record.startedAt, answer);
    } catch (error) {
      return this.#fail(record.id, record.startedAt, error, wish.signal);
    }
  }

  #freshness(key: string): Freshness {
    const inWindow = this.live && this.clock.now() - this.#openedAt < liveWindowMs;
    if (!inWindow || this.#askedLive.has(key)) return "cached";
    this.#askedLive.add(key);
    return "live";
  }

  async #confirmed(body: CallBody, signal: AbortSignal): Promise<CallAnswer> {
    const answer = (await this.line.needsWord(body.name)) ? undefined : await this.#patiently(body, signal);
    if (answer !== undefined && answer.error?.code !== "approval_required") return answer;
    const known = this.line.sourceOf(body.name);
    const tool = answer?.tool ?? known.tool;
    const connector = answer?.connector ?? known.connector;
    const yes = await this.#word({ name: body.name, connector, tool, args: body.args, reads: this.line.isRead(body.name) });
    if (!yes) return declined({ connectorId: answer?.connectorId ?? known.connectorId, connector, tool });
    return this.line.call({ ...body, confirmed: true }, signal);
  }

  async #word(call: PendingCall): Promise<boolean> {
    this.#held++;
    this.line.onHeld();
    try {
      return await this.writes.confirm(call);
    } finally {
      this.#held--;
    }
  }

  /** Asks again while the service is away, for a short while. */
  async #patiently(body: CallBody, signal: AbortSignal): Promise<CallAnswer> {
    const backoff = new Backoff(400, 3_000);
    const giveUpAt = this.clock.now() + patienceMs;
    for (;;) {
      try {
        return await this.line.call(body, signal);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        this.line.onProblem(error);
        const wait = backoff.next();
        if (error.kind !== "away" || this.#closed || this.clock.now() + wait > giveUpAt) throw error;
        await pause(this.clock, wait);
      }
    }
  }

  #finish(id: number, startedAt: number, answer: CallAnswer): Called {
    const error = failureOf(answer);
    const storedAt = answer.storedAt === null || answer.storedAt === undefined ? null : Date.parse(answer.storedAt);
    this.log.finish(id, {
      state: answer.outcome,
      tookMs: this.clock.now() - startedAt,
      sourceMs: answer.cached ? null : answer.durationMillis,
      cached: answer.cached,
      storedAt,
      error,
      result: answer.result,
      ...(answer.connectorId == null ? {} : { connectorId: answer.connectorId }),
      ...(answer.connector == null || answer.connector === "" ? {} : { connector: answer.connector }),
      ...(answer.tool == null || answer.tool === "" ? {} : { tool: answer.tool }),
    });
    this.line.onAnswer();
    return { result: answer.result, error, storedAt, cached: answer.cached };
  }

  #fail(id: number, startedAt: number, error: unknown, signal: AbortSignal | undefined): Called {
    const failure = failureOfProblem(error);
    if (signal?.aborted === true) {
      this.log.forget(id);
      return refused(failure);
    }
    const answer = refused(failure);
    this.log.finish(id, { state: "failed", tookMs: this.clock.now() - startedAt, error: failure, result: answer.result });
    return answer;
  }
}

function declined(source: ToolSource): CallAnswer {
  const message = texts.notAllowedByUser(source.tool);
  const error = { code: "approval_required", message } as const;
  return { ...source, outcome: "failed", storedAt: null, cached: false, durationMillis: 0, error, result: failedResult(message) };
}
