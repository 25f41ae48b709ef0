import { isObject } from "../../protocol.ts";
import type { Progress } from "../schedules/progress.ts";
import { Backoff, type Clock } from "./clock.ts";

/** What the server tells an open page. */
export type LiveEvent =
  | { type: "refreshed"; outcome: string; finishedAt: number; snapshotId?: string }
  | ({ type: "progress" } & Progress)
  | { type: "changed"; version: number }
  | { type: "storage"; revision: number }
  | { type: "missed" }
  | { type: "revoked" }
  | { type: "signedout" };

type Open = (url: string) => EventSource;

const readers: Record<LiveEvent["type"], (data: Record<string, unknown>) => LiveEvent> = {
  refreshed: (data) => ({
    type: "refreshed",
    outcome: typeof data.outcome === "string" ? data.outcome : "",
    finishedAt: instantOf(data.takenAt ?? data.finishedAt),
    ...(typeof data.snapshotId === "string" ? { snapshotId: data.snapshotId } : {}),
  }),
  progress: (data) => ({
    type: "progress",
    runId: typeof data.runId === "string" ? data.runId : "",
    done: Number(data.done) || 0,
    total: Number(data.total) || 0,
    call: isObject(data.call) ? (data.call as unknown as Progress["call"]) : undefined,
  }),
  changed: (data) => ({ type: "changed", version: Number(data.version) || 0 }),
  storage: (data) => ({ type: "storage", revision: Number(data.revision) || 0 }),
  missed: () => ({ type: "missed" }),
  revoked: () => ({ type: "revoked" }),
  signedout: () => ({ type: "signedout" }),
};

function instantOf(text: unknown): number {
  return typeof text === "string" ? Date.parse(text) || Date.now() : Date.now();
}

function parse(text: unknown): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(String(text));
    return isObject(data) ? data : {};
  } catch {
    return {};
  }
}

/** An event that another tab has passed on, or undefined if it is none. */
export function readEvent(message: unknown): LiveEvent | undefined {
  if (!isObject(message) || typeof message.type !== "string" || !Object.hasOwn(readers, message.type)) return undefined;
  if (message.type === "refreshed" && typeof message.finishedAt !== "number") return undefined;
  return message as unknown as LiveEvent;
}

/** Subscribes to artifacts' events and stays subscribed: a broken stream is opened again, a little later each time. */
export class EventsLine {
  #source: EventSource | undefined;
  #cancelRetry: (() => void) | undefined;
  #wasOpen = false;
  #lostAt: number | undefined;
  readonly #backoff = new Backoff(1_000, 30_000);

  constructor(
    private readonly url: string,
    private readonly clock: Clock,
    private readonly onEvent: (event: LiveEvent, artifactId: string) => void,
    private readonly onOpen: () => void,
    private readonly onBack: (gapMs: number) => void,
    private readonly open: Open = (address) => new EventSource(address),
  ) {}

  /** For how long nothing has been heard; undefined while the stream is open, or was not open yet. */
  get lostForMs(): number | undefined {
    return this.#lostAt === undefined || !this.#wasOpen ? undefined : this.clock.now() - this.#lostAt;
  }

  start(): void {
    if (this.#source !== undefined) return;
    const source = this.open(this.url);
    this.#source = source;
    // The answer's head comes before the server listens for us; what was told between the two would be lost.
    source.addEventListener("listening", () => {
      this.#backoff.reset();
      const gapMs = this.lostForMs ?? 0;
      const again = this.#wasOpen;
      this.#wasOpen = true;
      this.#lostAt = undefined;
      this.onOpen();
      if (again) this.onBack(gapMs);
    });
    source.onerror = () => this.#reopen();
    for (const [type, read] of Object.entries(readers)) {
      source.addEventListener(type, (event: MessageEvent<unknown>) => {
        const data = parse(event.data);
        this.onEvent(read(data), typeof data.artifactId === "string" ? data.artifactId : "");
      });
    }
  }

  stop(): void {
    this.#cancelRetry?.();
    this.#source?.close();
    this.#source = undefined;
  }

  #reopen(): void {
    this.stop();
    this.#lostAt ??= this.clock.now();
    this.#cancelRetry = this.clock.after(this.#backoff.next(), () => this.start());
  }
}
