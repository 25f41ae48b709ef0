import type { CallBody } from "../api/server.ts";
import type { CallAnswer, Me } from "../api/types.ts";
import type { ArtifactHost } from "../host/artifactHost.ts";
import type { HostState } from "../host/hostState.ts";
import type { Clock } from "../host/clock.ts";
import { makeDraftHost } from "../preview/draftHost.ts";
import type { Shown } from "./story.ts";
import { settled, showable, trialOf } from "./trial.ts";
import type { Trial } from "./types.ts";

const growMs = 2_500;
const latestMs = 15_000;
/** What a page says in the moments after its data has come counts, too. */
const afterwardsMs = 600;

type Call = (body: CallBody, signal?: AbortSignal) => Promise<CallAnswer>;

/** Shows a page while it is made: as far as it is written, without its scripts; and when it is whole, at work. */
export class Showing {
  readonly host: ArtifactHost;
  #html = "";
  #grownAt = 0;
  #round = 0;

  constructor(
    me: Me,
    call: Call,
    private readonly clock: Clock,
  ) {
    this.host = makeDraftHost(me, { html: () => this.#html, call });
  }

  /** More of the page is written. Drawn anew only now and then. */
  grow(growing: string, stylesheet: string): void {
    const html = showable(growing).replace(/(<style data-tokens>)(?=<\/style>)/i, (place) => place + stylesheet);
    const now = this.clock.now();
    if (html === "" || now - this.#grownAt < growMs) return;
    this.#grownAt = now;
    this.#html = html;
    void this.host.load("stored");
  }

  /** The page is whole. Once it has settled, what was seen of it is told; nothing if another one came meanwhile. */
  async show({ html, round }: Shown): Promise<Trial | undefined> {
    this.#round = round;
    this.#html = html;
    await this.host.load("stored");
    await this.#until(settled);
    await this.#pause(afterwardsMs);
    await this.#until(settled);
    return this.#round === round ? trialOf(round, this.host.state.value) : undefined;
  }

  async #until(wanted: (state: HostState) => boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      let release: () => void = () => undefined;
      const end = () => {
        release();
        cancel();
        resolve();
      };
      const cancel = this.clock.after(latestMs, end);
      const look = () => wanted(this.host.state.value) && end();
      release = this.host.state.subscribe(look);
      look();
    });
  }

  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => this.clock.after(ms, resolve));
  }
}
