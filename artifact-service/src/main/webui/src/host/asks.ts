import type { Json } from "../../protocol.ts";
import { Signal } from "./signal.ts";

export interface PendingWrite {
  readonly connector: string;
  readonly tool: string;
  readonly args: Json;
}

/** A question that only the person in front of the screen can answer. */
export type Question =
  | { kind: "writes"; writes: readonly PendingWrite[] }
  | { kind: "openLink"; url: string }
  | { kind: "offerPrompt"; text: string }
  | { kind: "saveFile"; name: string; bytes: number }
  | { kind: "runTask"; title: string };

export interface Ask {
  readonly id: number;
  readonly question: Question;
}

const most = 20;

/** Questions to the person, one at a time, in order. A page that asks without end is answered with no. */
export class Asks {
  readonly current = new Signal<Ask | undefined>(undefined);
  readonly #queue: { ask: Ask; resolve: (yes: boolean) => void }[] = [];
  #nextId = 1;

  ask(question: Question): Promise<boolean> {
    if (this.#queue.length >= most) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#queue.push({ ask: { id: this.#nextId++, question }, resolve });
      this.#show();
    });
  }

  answer(id: number, yes: boolean): void {
    const [first] = this.#queue;
    if (first?.ask.id !== id) return;
    this.#queue.shift();
    first.resolve(yes);
    this.#show();
  }

  declineAll(): void {
    for (const { resolve } of this.#queue.splice(0)) resolve(false);
    this.#show();
  }

  #show(): void {
    this.current.set(this.#queue[0]?.ask);
  }
}
