import { isObject } from "../../protocol.ts";
import { Backoff, type Clock } from "../host/clock.ts";
import { Signal } from "../host/signal.ts";
import { storyPath } from "./requests.ts";
import { noStory, told, type Story } from "./story.ts";

type Open = (url: string) => EventSource;

const names = ["wish", "answer", "step", "text", "page", "tools", "cost", "question", "done", "failed", "over"];

function parse(data: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String(data));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Follows a page that is being made, to its end. A line that breaks is taken up again where it was. */
export class StoryLine {
  readonly story = new Signal<Story>(noStory);
  #source: EventSource | undefined;
  #cancelRetry: (() => void) | undefined;
  readonly #backoff = new Backoff(500, 10_000);

  constructor(
    private readonly id: string,
    private readonly clock: Clock,
    private readonly open: Open = (url) => new EventSource(url),
  ) {}

  start(): void {
    if (this.#source !== undefined || this.story.value.ending !== null) return;
    const source = this.open(storyPath(this.id, this.story.value.position));
    this.#source = source;
    source.onopen = () => this.#backoff.reset();
    source.onerror = () => this.#again();
    for (const name of names) {
      source.addEventListener(name, (event: MessageEvent<unknown>) => this.#hear(name, event));
    }
  }

  stop(): void {
    this.#cancelRetry?.();
    this.#source?.close();
    this.#source = undefined;
  }

  #hear(name: string, event: MessageEvent<unknown>): void {
    this.story.update((story) => told(story, name, parse(event.data), Number(event.lastEventId) || 0));
    if (this.story.value.ending !== null) this.stop();
  }

  #again(): void {
    this.stop();
    this.#cancelRetry = this.clock.after(this.#backoff.next(), () => this.start());
  }
}
