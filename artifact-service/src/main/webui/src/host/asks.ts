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

interface Waiting {
  readonly ask: Ask;
  readonly asker: object;
  readonly resolve: (yes: boolean) => void;
}

const most = 20;

/** Questions to the person, one at a time, in order. A page that asks without end is answered with no. */
export class Asks {
  readonly current = new Signal<Ask | undefined>(undefined);
  #queue: readonly Waiting[] = [];
  #nextId = 1;

  ask(question: Question, asker: object): Promise<boolean> {
    if (this.#queue.length >= most) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#queue = [...this.#queue, { ask: { id: this.#nextId++, question }, asker, resolve }];
      this.#show();
    });
  }

  answer(id: number, yes: boolean): void {
    const [first, ...rest] = this.#queue;
    if (first?.ask.id !== id) return;
    this.#queue = rest;
    first.resolve(yes);
    this.#show();
  }

  /** Who asked is gone: its questions go with it. */
  withdraw(asker: object): void {
    const withdrawn = this.#queue.filter((waiting) => waiting.asker === asker);
    this.#queue = this.#queue.filter((waiting) => waiting.asker !== asker);
    for (const { resolve } of withdrawn) resolve(false);
    this.#show();
  }

  #show(): void {
    this.current.set(this.#queue[0]?.ask);
  }
}
