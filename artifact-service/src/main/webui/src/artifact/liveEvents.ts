import { eventsPath } from "../api/server.ts";
import { systemClock } from "../host/clock.ts";
import { EventsLine, type LiveEvent } from "../host/events.ts";
import { SharedEvents, type Locks, type Tabs } from "../host/sharedEvents.ts";

const browserLocks: Locks = {
  async hold(name, ifFree, signal, work) {
    // The browser takes one or the other: a wish for a free lock needs no end.
    const options: LockOptions = ifFree ? { ifAvailable: true } : { signal };
    return await navigator.locks.request(name, options, (lock) => work(lock !== null));
  },
};

function tabsOf(id: string): Tabs {
  const channel = new BroadcastChannel(`live-events-${id}`);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      channel.onmessage = (event: MessageEvent<unknown>) => listener(event.data);
    },
    close: () => channel.close(),
  };
}

/** Listens to an artifact's events, together with the other tabs of this browser. Gives the end of it. */
export function listen(id: string, onEvent: (event: LiveEvent) => void, onBack: (gapMs: number) => void): () => void {
  const stream = (heard: typeof onEvent, back: typeof onBack) => new EventsLine(eventsPath(id), systemClock, heard, back);
  // Browsers have locks where the connection is safe: elsewhere each tab listens for itself.
  const shared = "locks" in navigator && "BroadcastChannel" in window;
  const line = shared
    ? new SharedEvents({ id, clock: systemClock, locks: browserLocks, tabs: tabsOf(id), stream }, onEvent, onBack)
    : stream(onEvent, onBack);
  line.start();
  return () => line.stop();
}
