import {
  isObject,
  texts,
  type CallFailure,
  type Hello,
  type HostMessage,
  type Method,
  type Methods,
  type PageMessage,
  type PageNotice,
} from "../protocol.ts";

/** A failure as `window.claude` rejects with it. */
export class CallError extends Error {
  readonly code: CallFailure["code"];
  readonly retryable?: boolean;
  readonly retryAfterMs?: number;

  constructor(failure: CallFailure) {
    super(failure.message);
    this.name = "CallError";
    this.code = failure.code;
    if (failure.retryable !== undefined) this.retryable = failure.retryable;
    if (failure.retryAfterMs !== undefined) this.retryAfterMs = failure.retryAfterMs;
  }
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: CallError) => void;
}

type Listener = (message: HostMessage) => void;

const notShown: CallFailure = { code: "capability_disabled", message: texts.notShown };

/**
 * The page's end of the line to its host. What is said before the host has handed over its port waits, in order.
 */
export class Line {
  #port: MessagePort | undefined;
  #closed = false;
  #nextId = 1;
  readonly #unsent: [PageMessage, Transferable[]][] = [];
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners: Listener[] = [];

  open(port: MessagePort): void {
    this.#port = port;
    port.onmessage = (event: MessageEvent<HostMessage>) => this.#receive(event.data);
    for (const [message, transfer] of this.#unsent.splice(0)) port.postMessage(message, transfer);
  }

  /** There is no host: whatever is asked is answered so. */
  close(): void {
    this.#closed = true;
    this.#unsent.length = 0;
    for (const waiting of this.#waiting.values()) waiting.reject(new CallError(notShown));
    this.#waiting.clear();
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  notify(notice: PageNotice): void {
    this.#send(notice, []);
  }

  request<M extends Method>(
    method: M,
    params: Methods[M]["params"],
    { signal, transfer = [] }: { signal?: AbortSignal | undefined; transfer?: Transferable[] } = {},
  ): Promise<Methods[M]["value"]> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      if (this.#closed) { reject(new CallError(notShown)); return; }
      if (signal?.aborted === true) { reject(cancelled()); return; }
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      signal?.addEventListener("abort", () => this.#cancel(id), { once: true });
      this.#send({ kind: "request", id, method, params }, transfer);
    });
  }

  #cancel(id: number): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    this.notify({ kind: "cancel", id });
    waiting.reject(cancelled());
  }

  #send(message: PageMessage, transfer: Transferable[]): void {
    if (this.#closed) return;
    if (this.#port === undefined) this.#unsent.push([message, transfer]);
    else this.#port.postMessage(message, transfer);
  }

  #receive(message: HostMessage): void {
    if (!isObject(message)) return;
    if (message.kind !== "answer") {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(new CallError(message.error));
  }
}

function cancelled(): CallError {
  return new CallError({ code: "cancelled", message: "The call was cancelled." });
}

/** Says hello to the host and waits for its port: only from the parent, only from the app's origin, only once. */
export function shakeHands(page: Window, line: Line, appOrigin: string, nonce: string): void {
  if (page.parent === page || appOrigin === "") {
    line.close();
    return;
  }
  const onMessage = (event: MessageEvent<unknown>) => {
    const port = event.ports[0];
    const offered = isObject(event.data) && event.data.live === "port";
    if (event.source !== page.parent || event.origin !== appOrigin || !offered || port === undefined) return;
    event.stopImmediatePropagation();
    page.removeEventListener("message", onMessage);
    line.open(port);
  };
  page.addEventListener("message", onMessage);
  page.parent.postMessage({ live: "hello", nonce } satisfies Hello, appOrigin);
}
