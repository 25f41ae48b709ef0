import type { ArtifactTool } from "../api/types.ts";
import { pause, type Clock } from "./clock.ts";
import type { Confirmations } from "./confirmations.ts";
import { Signal } from "./signal.ts";

/** How long a call waits for the artifact's own list of tools, which comes before the page as a rule. */
const knownMs = 2_000;

/** The tools of the artifact on screen, as far as they are known. */
export class KnownTools {
  readonly list = new Signal<readonly ArtifactTool[]>([]);
  readonly #known: Promise<void>;
  #setKnown: () => void = () => undefined;

  constructor(
    private readonly clock: Clock,
    private readonly gesture: () => boolean,
    private readonly confirmations: Confirmations,
  ) {
    this.#known = new Promise((resolve) => {
      this.#setKnown = resolve;
    });
  }

  know(tools: readonly ArtifactTool[]): void {
    this.list.set(tools);
    this.#setKnown();
  }

  isRead(name: string): boolean {
    return this.list.value.some((tool) => tool.name === name && tool.readOnly);
  }

  /** A write that is always allowed still wants a click: without one the person is asked. */
  async needsWord(name: string): Promise<boolean> {
    await Promise.race([this.#known, pause(this.clock, knownMs)]);
    const writes = this.list.value.some((tool) => tool.name === name && !tool.readOnly);
    if (!writes || this.gesture()) return false;
    await this.confirmations.known();
    return this.confirmations.names.value.has(name);
  }
}
