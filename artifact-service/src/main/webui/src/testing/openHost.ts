import { vi } from "vitest";
import type { PageMessage } from "../../protocol.ts";
import { Problem } from "../api/problem.ts";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer, Ticket } from "../api/types.ts";
import { ArtifactHost } from "../host/artifactHost.ts";
import type { LiveEvent } from "../host/events.ts";
import { SessionShelf } from "../host/sessionShelf.ts";
import { answer, tool } from "./answers.ts";
import { FakeClock, settle } from "./fakeClock.ts";

/** A read and a write, as a page asks for them. */
export const read = { kind: "request", id: 1, method: "cowork.call", params: { name: "acme__list", args: {} } } as const;
export const write = { kind: "request", id: 2, method: "cowork.call", params: { name: "acme__move", args: {} } } as const;

/** A frame with a page in it that says hello and then what the test wants. */
export class FakePage {
  port: MessagePort | undefined;
  readonly heard: unknown[] = [];
  readonly window = { postMessage: (_: unknown, __: string, [port]: MessagePort[]) => this.#take(port) } as unknown as Window;
  readonly listeners: (() => void)[] = [];
  readonly element = {
    contentWindow: this.window,
    src: "",
    addEventListener: (_: string, listener: () => void) => this.listeners.push(listener),
    removeEventListener: () => undefined,
    focus: () => undefined,
  } as unknown as HTMLIFrameElement;

  hello(nonce: string): void {
    window.dispatchEvent(new MessageEvent("message", { source: this.window as MessageEventSource, data: { live: "hello", nonce } }));
  }

  say(message: PageMessage): void {
    this.port?.postMessage(message);
  }

  loadAgain(): void {
    for (const listener of this.listeners) listener();
  }

  #take(port: MessagePort | undefined): void {
    if (port === undefined) return;
    this.port = port;
    port.onmessage = ({ data }) => this.heard.push(data);
  }
}

/** An open artifact with everything around it in the test's hands. */
export function host(given: { call?: (body: CallBody) => CallAnswer; ticket?: () => Promise<Ticket> } = {}) {
  const clock = new FakeClock();
  let tickets = 0;
  const api = {
    ticket: vi.fn(given.ticket ?? (async () => Promise.resolve({ url: `http://sandbox/p/${++tickets}`, nonce: `n${tickets}` }))),
    call: vi.fn(async (body: CallBody) => Promise.resolve((given.call ?? (() => answer()))(body))),
    ask: vi.fn(async () => Promise.reject(new Problem("not-found", "no"))),
    confirmations: vi.fn(async () => Promise.resolve([{ name: "acme__move", tool: "move", since: "2026-11-20T12:00:00Z" }])),
    confirm: vi.fn(async () => Promise.resolve()),
    storage: vi.fn(async () => Promise.resolve({ revision: 1, items: {} })),
    saveStorage: vi.fn(async () => Promise.resolve({ revision: 1 })),
    schedules: vi.fn(async () => Promise.resolve([])),
    runSchedule: vi.fn(async () => Promise.reject(new Error("no"))),
  };
  let tell: (event: LiveEvent) => void = () => undefined;
  let back: (gapMs: number) => void = () => undefined;
  let signedIn: (connectorId: string) => void = () => undefined;
  const browser = {
    window,
    visible: () => true,
    gesture: vi.fn(() => true),
    open: vi.fn(),
    save: vi.fn(),
    copy: vi.fn(async () => Promise.resolve(true)),
    subscribe: (onEvent: (event: LiveEvent) => void, onBack: (gapMs: number) => void) => {
      tell = onEvent;
      back = onBack;
      return () => undefined;
    },
    onSignedIn: (listener: (connectorId: string) => void) => {
      signedIn = listener;
      return () => undefined;
    },
  };
  const onArtifactChanged = vi.fn();
  const made = new ArtifactHost({
    api,
    browser,
    clock,
    person: { id: "ada", name: "Ada" },
    locale: "en",
    session: new SessionShelf("ada", "a", window.sessionStorage),
    unsent: { read: () => undefined, write: () => undefined },
    onArtifactChanged,
  });
  made.know({ tools: [tool("acme__list"), tool("acme__move", { readOnly: false, tool: "move" })], version: 1 });
  const frames = () => made.state.value.frames;
  /** Puts a page into the newest frame, as the app and the browser would. */
  const open = async (says: PageMessage[] = [{ kind: "loaded" }]) => {
    await settle();
    const view = frames().at(-1);
    const page = new FakePage();
    made.attach(view?.id ?? 0, page.element);
    page.hello(`n${tickets}`);
    for (const message of says) page.say(message);
    await clock.pass(200);
    return page;
  };
  return { host: made, api, browser, clock, frames, open, tell: (event: LiveEvent) => tell(event), back: (gapMs: number) => back(gapMs), signedIn: (id: string) => signedIn(id), onArtifactChanged };
}
