import type { Json } from "../../protocol.ts";
import { Signal } from "./signal.ts";

export interface PendingCall {
  /** Under which the page calls it. */
  readonly name: string;
  readonly connector: string;
  readonly tool: string;
  readonly args: Json;
  readonly reads: boolean;
}

/** A question that only the person in front of the screen can answer. */
export type Question =
  | { kind: "calls"; calls: readonly PendingCall[] }
  | { kind: "openLink"; url: string }
  | { kind: "offerPrompt"; text: string }
  | { kind: "saveFile"; name: string; bytes: number }
  | { kind: "runTask"; title: string };

export interface Ask {
  readonly id: number;
  readonly question: Question;
}

/** What the person said; `always` names the tools that need no further question. */
export interface Word {
  readonly yes: boolean;
  readonly always: readonly string[];
}

interface Waiting {
  readonly ask: Ask;
  readonly asker: object;
  readonly resolve: (word: Word) => void;
}

const no: Word = { yes: false, always: [] };

const most = 20;

/** Questions to the person, one at a time, in order. A page that asks without end is answered with no. */
export class Asks {
  readonly current = new Signal<Ask | undefined>(undefined);
  #queue: readonly Waiting[] = [];
  #nextId = 1;

  async ask(question: Question, asker: object): Promise<boolean> {
    return (await this.hear(question, asker)).yes;
  }

  hear(question: Question, asker: object): Promise<Word> {
    if (this.#queue.length >= most) return Promise.resolve(no);
    return new Promise((resolve) => {
      this.#queue = [...this.#queue, { ask: { id: this.#nextId++, question }, asker, resolve }];
      this.#show();
    });
  }

  answer(id: number, yes: boolean, always: readonly string[] = []): void {
    const [first, ...rest] = this.#queue;
    if (first?.ask.id !== id) return;
    this.#queue = rest;
    first.resolve(yes ? { yes, always } : no);
    this.#show();
  }

  /** Who asked is gone: its questions go with it. */
  withdraw(asker: object): void {
    const withdrawn = this.#queue.filter((waiting) => waiting.asker === asker);
    this.#queue = this.#queue.filter((waiting) => waiting.asker !== asker);
    for (const { resolve } of withdrawn) resolve(no);
    this.#show();
  }

  #show(): void {
    this.current.set(this.#queue[0]?.ask);
  }
}
