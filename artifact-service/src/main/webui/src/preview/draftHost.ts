import { server, type CallBody } from "../api/server.ts";
import type { ArtifactTool, CallAnswer, Me } from "../api/types.ts";
import { hostBrowser } from "../artifact/makeHost.ts";
import { ArtifactHost } from "../host/artifactHost.ts";
import { systemClock } from "../host/clock.ts";
import { SessionShelf } from "../host/sessionShelf.ts";

/** What stands behind a page that is not saved: its text as it is now, and who answers its calls. */
export interface Draft {
  html(): string;
  call(body: CallBody, signal?: AbortSignal): Promise<CallAnswer>;
}

/**
 * The host of a page that is not saved. Its calls go to whoever made the draft; what it would keep is forgotten, and nothing
 * happens elsewhere. `tools` can be told later with {@link ArtifactHost.know}.
 */
export function makeDraftHost(me: Me, draft: Draft, tools: readonly ArtifactTool[] = []): ArtifactHost {
  const nothing = () => undefined;
  const host = new ArtifactHost({
    api: {
      ticket: () => server.preview(draft.html()),
      call: (body, signal) => draft.call(body, signal),
      ask: async () => Promise.resolve({ text: "Claude is asked once the page is saved.", isError: true }),
      confirmations: async () => Promise.resolve([]),
      confirm: async () => Promise.resolve(),
      storage: async () => Promise.resolve({ revision: 0, items: {} }),
      saveStorage: async () => Promise.resolve({ revision: 0 }),
      schedules: async () => Promise.resolve([]),
      runSchedule: async () => Promise.reject(new Error("A page that is not saved runs nothing.")),
    },
    browser: { ...hostBrowser(""), gesture: () => false, subscribe: () => nothing, onSignedIn: () => nothing },
    clock: systemClock,
    person: me,
    locale: navigator.language,
    session: new SessionShelf(me.id, "draft", { getItem: () => null, setItem: nothing, removeItem: nothing }),
    unsent: { read: nothing, write: nothing },
    onArtifactChanged: nothing,
  });
  host.know({ tools: [...tools], version: 0 });
  return host;
}
