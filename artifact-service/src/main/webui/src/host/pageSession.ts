import { readPageMessage } from "../../pageMessages.ts";
import { limits, type CallFailure, type HostMessage, type Json, type Method, type Methods, type PageNotice, type PageRequest, type PointedElement } from "../../protocol.ts";
import type { CallDesk } from "./callDesk.ts";
import { callKey, type CallLog } from "./callLog.ts";
import { ClaudeCalls, type ClaudeOutcome } from "./claudeCalls.ts";
import type { Clock } from "./clock.ts";
import { listTools, nameOf } from "./names.ts";
import type { PageNote, PageServices } from "./pageServices.ts";
import { Watches } from "./watches.ts";

type Handlers = {
  [M in Method]: (params: Methods[M]["params"], signal: AbortSignal) => Promise<Methods[M]["value"]> | Methods[M]["value"];
};

/** A failure that the page gets as a rejection. */
class Refusal extends Error {
  constructor(readonly failure: CallFailure) {
    super(failure.message);
  }
}

function valueOf(outcome: ClaudeOutcome): Methods["claude.call"]["value"] {
  if (!outcome.ok) throw new Refusal(outcome.error);
  return outcome.result;
}

/** The host's end of one page's port. Everything that arrives is checked before it is believed. */
export class PageSession {
  loaded = false;
  readonly #requests = new Map<number, AbortController>();
  readonly #calling = new Set<number>();
  readonly #watches: Watches;
  readonly #calls: ClaudeCalls;
  readonly #flushes = new Map<number, () => void>();
  #pointing = false;
  #notesLeft: number = limits.messages + 1;
  #nextFlush = 1;
  #lastWrite = 0;
  #lastAsk: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly port: MessagePort,
    readonly desk: CallDesk,
    readonly log: CallLog,
    private readonly services: PageServices,
    private readonly clock: Clock,
  ) {
    this.#calls = new ClaudeCalls(desk, clock, (key, outcome) => this.#watches.deliver(key, outcome));
    this.#watches = new Watches(this.#calls, clock, () => services.visible(), (watchId, event) =>
      this.#tell({ kind: "watch", watchId, event }),
    );
    port.onmessage = (event: MessageEvent<unknown>) => this.receive(event.data);
  }

  /** Calls for data under way; what waits for the person or for Claude holds no page back. */
  get pending(): number {
    return this.#calling.size - this.desk.held;
  }

  get watching(): boolean {
    return this.#watches.size > 0;
  }

  close(): void {
    this.desk.close();
    this.#watches.close();
    for (const request of this.#requests.values()) request.abort();
    this.#requests.clear();
    for (const done of this.#flushes.values()) done();
    this.port.onmessage = null;
    this.port.close();
  }

  refetchWatches(): void {
    this.#watches.refetch();
  }

  storageChanged(items: Record<string, string>, keep: string[]): void {
    this.#tell({ kind: "storage", items, keep, seq: this.#lastWrite });
  }

  print(): void {
    this.#tell({ kind: "print" });
  }

  /** Lets the person point at an element, or ends that. */
  point(on: boolean): void {
    this.#pointing = on;
    this.#tell({ kind: "point", on });
  }

  /** Has the page send what it still holds back. A page that is busy is not waited for. */
  flush(patienceMs = 300): Promise<void> {
    const id = this.#nextFlush++;
    return new Promise((resolve) => {
      const done = () => {
        this.#flushes.delete(id);
        resolve();
      };
      this.#flushes.set(id, done);
      this.clock.after(patienceMs, done);
      this.#tell({ kind: "flush", id });
    });
  }

  receive(data: unknown): void {
    const message = readPageMessage(data);
    if (message === undefined) return;
    if (message.kind === "request") void this.#serve(message);
    else this.#notice(message);
  }

  #notice(notice: PageNotice): void {
    switch (notice.kind) {
      case "cancel":
        this.#requests.get(notice.id)?.abort();
        return;
      case "storage":
        if (notice.area === "local") this.#lastWrite = notice.seq;
        this.services.write(notice.area, notice.write);
        return;
      case "message":
        if (this.#notesLeft-- > 0) this.services.note(bounded(notice));
        return;
      case "activity":
        this.services.activity();
        return;
      case "pointed":
        // Only what was asked for: a page points at nothing by itself.
        if (this.#pointing) this.services.pointed(notice.element === null ? null : cutElement(notice.element));
        this.#pointing = false;
        return;
      case "loaded":
        this.loaded = true;
        this.services.progress();
        return;
      case "flushed":
        this.#flushes.get(notice.id)?.();
        return;
    }
  }

  async #serve({ id, method, params }: PageRequest): Promise<void> {
    if (this.#requests.has(id)) return;
    if (this.#requests.size >= limits.pendingRequests) {
      const message = `A page can wait for ${limits.pendingRequests} answers at once.`;
      this.#tell({ kind: "answer", id, ok: false, error: { code: "rate_limited", message, retryable: true } });
      return;
    }
    const abort = new AbortController();
    this.#requests.set(id, abort);
    if (method === "cowork.call" || method === "claude.call") this.#calling.add(id);
    const answer = await this.#answer(id, method, params, abort.signal);
    // Not ours any more: the session was closed meanwhile.
    this.#calling.delete(id);
    if (!this.#requests.delete(id)) return;
    this.#tell(answer);
    this.services.progress();
  }

  async #answer(id: number, method: Method, params: PageRequest["params"], signal: AbortSignal): Promise<HostMessage> {
    try {
      const handler = this.#handlers[method] as (params: PageRequest["params"], signal: AbortSignal) => unknown;
      return { kind: "answer", id, ok: true, value: await handler(params, signal) };
    } catch (error) {
      const failure: CallFailure =
        error instanceof Refusal ? error.failure : { code: "upstream_error", message: "The host could not do that." };
      return { kind: "answer", id, ok: false, error: failure };
    }
  }

  readonly #handlers: Handlers = {
    "cowork.call": async ({ name, args }, signal) => (await this.desk.call(name, args, { signal })).result,
    "claude.call": async ({ server, tool, input, cache }, signal) =>
      valueOf(await this.#calls.call(this.#name(server, tool), input, cache, signal)),
    "claude.listTools": () => listTools(this.services.tools()),
    "claude.invalidate": ({ server, tool, input }) => {
      this.#invalidate(server, tool, input);
      return null;
    },
    "watch.start": ({ watchId, server, tool, input, cache, refetchInterval }) => {
      this.#watches.start({ watchId, name: this.#name(server, tool), input, cache, refetchInterval });
      return null;
    },
    "watch.stop": ({ watchId }) => {
      this.#watches.stop(watchId);
      return null;
    },
    ask: ({ prompt, data }) => this.#askInTurn(prompt, data),
    runTask: ({ taskId, gesture }) => this.services.runTask(taskId, gesture),
    openLink: async ({ url }) => ({ opened: await this.services.openLink(url) }),
    offerPrompt: async ({ text }) => ({ copied: await this.services.offerPrompt(text) }),
    saveFile: async (file) => ({ saved: await this.services.saveFile(file) }),
    user: () => this.services.user(),
  };

  #name(server: string, tool: string): string {
    return nameOf(this.services.tools(), server, tool);
  }

  #askInTurn(prompt: string, data: Json[]): Promise<Methods["ask"]["value"]> {
    const answer = this.#lastAsk.then(() => this.services.ask(prompt, data));
    this.#lastAsk = answer.catch(() => undefined);
    return answer;
  }

  #invalidate(server: string | null, tool: string | null, input: Json): void {
    const records = this.log.records.value.map(({ key, name, args }) => ({ key, name, args }));
    const matches = ({ name, args }: { name: string; args: Json }) => {
      if (server === null) return true;
      if (tool === null) return this.#serverOf(name) === this.#serverOf(this.#name(server, toolOf(name)));
      return input === null ? name === this.#name(server, tool) : callKey(name, args) === callKey(this.#name(server, tool), input);
    };
    const keys = new Set(records.filter(matches).map(({ key }) => key));
    this.#calls.invalidate(keys);
    this.#watches.refetch((key) => keys.has(key));
  }

  #serverOf(name: string): string {
    return name.slice(0, name.length - toolOf(name).length);
  }

  #tell(message: HostMessage): void {
    this.port.postMessage(message);
  }
}

function toolOf(name: string): string {
  return name.split("__").pop() ?? name;
}

function bounded(note: PageNote): PageNote {
  const cut = (text: string) => text.slice(0, limits.messageLength + 1);
  return { level: note.level, text: cut(note.text), where: note.where === null ? null : cut(note.where) };
}

function cutElement({ selector, text, html }: PointedElement): PointedElement {
  return {
    selector: selector.slice(0, limits.pointedSelector),
    text: text.slice(0, limits.pointedText),
    html: html.slice(0, limits.pointedHtml),
  };
}
