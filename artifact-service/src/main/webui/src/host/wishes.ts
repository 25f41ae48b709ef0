/** So many artifacts share a stream. */
const most = 50;

/** Which artifacts each tab of a browser wants to hear of. */
export class Wishes {
  readonly #byTab = new Map<string, readonly string[]>();

  knows(tab: string): boolean {
    return this.#byTab.has(tab);
  }

  set(tab: string, ids: readonly string[]): void {
    this.#byTab.set(tab, ids);
  }

  forget(tab: string): void {
    this.#byTab.delete(tab);
  }

  /** What the stream is for; in a fixed order, so that the same wishes are the same stream. */
  get streamed(): string[] {
    return this.#all().slice(0, most).sort();
  }

  /** What does not fit any more. */
  get waiting(): string[] {
    return this.#all().slice(most);
  }

  #all(): string[] {
    return [...new Set([...this.#byTab.values()].flat())];
  }
}
