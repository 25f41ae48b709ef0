import type { Ticket } from "../api/types.ts";
import { ArtifactHost } from "../host/artifactHost.ts";
import type { HostBrowser } from "../host/hostSetting.ts";
import { systemClock } from "../host/clock.ts";
import { saveAs } from "../host/files.ts";
import { SessionShelf, type Shelves } from "../host/sessionShelf.ts";
import { FrozenDesk, frozenWords } from "./frozenDesk.ts";
import { toolsOf } from "./frozenTools.ts";
import type { Copy } from "./types.ts";

const nothing = () => undefined;

/** As long as this document. */
function memory(): Shelves {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

function openInNewTab(url: string): void {
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  anchor.click();
}

const browser: HostBrowser = {
  window,
  gesture: () => navigator.userActivation.isActive,
  visible: () => document.visibilityState === "visible",
  open: openInNewTab,
  save: saveAs,
  copy: (text) => navigator.clipboard.writeText(text).then(() => true, () => false),
  subscribe: () => nothing,
  onSignedIn: () => nothing,
};

/**
 * The host of a frozen copy: calls are answered out of the copy, filters are kept in memory, nothing is asked of any service
 * but where the page is.
 */
export function makeFrozenHost(copy: Copy, ticket: () => Promise<Ticket>): ArtifactHost {
  const desk = new FrozenDesk(copy);
  const host = new ArtifactHost({
    api: {
      ticket,
      call: (body) => desk.call(body),
      ask: () => Promise.resolve({ text: frozenWords.ask, isError: true }),
      confirmations: () => Promise.resolve([]),
      confirm: () => Promise.resolve(),
      storage: () => Promise.resolve({ revision: 0, items: {} }),
      saveStorage: () => Promise.resolve({ revision: 0 }),
      schedules: () => Promise.reject(new Error(frozenWords.task)),
      runSchedule: () => Promise.reject(new Error(frozenWords.task)),
    },
    browser,
    clock: systemClock,
    person: { id: "visitor", name: "Visitor" },
    locale: navigator.language,
    session: new SessionShelf("visitor", "copy", memory()),
    unsent: { read: nothing, write: nothing },
    onArtifactChanged: nothing,
  });
  host.know({ version: 1, tools: toolsOf(copy) });
  return host;
}
