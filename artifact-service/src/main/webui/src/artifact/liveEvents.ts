import { eventsPath } from "../api/server.ts";
import { BrowserEvents, type BrowserSetting, type Locks, type Tabs } from "../host/browserEvents.ts";
import { systemClock } from "../host/clock.ts";
import { EventsLine, type LiveEvent } from "../host/events.ts";

const browserLocks: Locks = {
  async hold(name, signal, work) {
    await navigator.locks.request(name, { signal }, work);
  },
};

function browserTabs(): Tabs {
  const channel = new BroadcastChannel("live-events");
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      channel.onmessage = (event: MessageEvent<unknown>) => listener(event.data);
    },
    close: () => channel.close(),
  };
}

const aloneLocks: Locks = { hold: (_, __, work) => work() };
const aloneTabs: Tabs = { post: () => undefined, listen: () => undefined, close: () => undefined };

function setting(): BrowserSetting {
  // Browsers have locks where the connection is safe: elsewhere each tab listens for itself.
  const shared = "locks" in navigator && "BroadcastChannel" in window;
  return {
    tab: crypto.getRandomValues(new Uint32Array(4)).join("-"),
    clock: systemClock,
    locks: shared ? browserLocks : aloneLocks,
    tabs: shared ? browserTabs() : aloneTabs,
    stream: (ids, { onEvent, onOpen, onBack }) => new EventsLine(eventsPath(ids), systemClock, onEvent, onOpen, onBack),
  };
}

let events: BrowserEvents | undefined;

/** Listens to an artifact's events, together with the other tabs of this browser. Gives the end of it. */
export function listen(id: string, onEvent: (event: LiveEvent) => void, onBack: (gapMs: number) => void): () => void {
  events ??= new BrowserEvents(setting());
  return events.listen(id, { onEvent, onBack });
}
