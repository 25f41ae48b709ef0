import type { Confirmation } from "../api/types.ts";
import { Signal } from "./signal.ts";

export interface ConfirmationLine {
  confirmations(): Promise<Confirmation[]>;
  confirm(name: string): Promise<unknown>;
}

/** What this person always allows in this artifact, as the server keeps it. */
export class Confirmations {
  readonly names = new Signal<ReadonlySet<string>>(new Set());
  #known: Promise<void> | undefined;

  constructor(private readonly line: ConfirmationLine) {}

  /** Resolves when it is known what is always allowed; where that cannot be learned, nothing is. */
  known(): Promise<void> {
    this.#known ??= this.line.confirmations().then(
      (list) => this.names.set(new Set(list.map(({ name }) => name))),
      () => undefined,
    );
    return this.#known;
  }

  /** Something was revoked or added beside the page. */
  forget(): void {
    this.#known = undefined;
  }

  /** Keeps what was always allowed; what cannot be kept is asked again the next time. */
  async remember(names: readonly string[]): Promise<void> {
    const kept = await Promise.all(names.map((name) => this.line.confirm(name).then(() => name, () => undefined)));
    this.names.update((before) => new Set([...before, ...kept.filter((name) => name !== undefined)]));
  }
}
