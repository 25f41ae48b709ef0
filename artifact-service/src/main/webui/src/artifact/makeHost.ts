import { inSession } from "../account/session.ts";
import { server } from "../api/server.ts";
import type { Me } from "../api/types.ts";
import { onSignIn } from "../connectors/signInPopup.ts";
import { ArtifactHost } from "../host/artifactHost.ts";
import type { HostApi, HostBrowser } from "../host/hostSetting.ts";
import { systemClock } from "../host/clock.ts";
import { saveAs } from "../host/files.ts";
import { SessionShelf, unsentShelf } from "../host/sessionShelf.ts";
import { frozenApi } from "../history/frozen.ts";
import { viewerApi } from "../share/asViewer.ts";
import { refreshServer } from "../schedules/refreshServer.ts";
import { ticketFor } from "./earlyTicket.ts";
import { listen } from "./liveEvents.ts";

/** The requests of an artifact that is open in this browser. */
export function hostApi(id: string, version: number | undefined): HostApi {
  return {
    ticket: () => ticketFor(id, version),
    call: (body, signal) => inSession(() => server.call(id, body, signal), signal),
    ask: (prompt, data) => inSession(() => server.ask(id, { prompt, data })),
    confirmations: () => server.confirmations(id),
    confirm: (name) => server.confirm(id, name),
    storage: () => server.storage(id),
    saveStorage: (patch, keepalive) => server.saveStorage(id, patch, keepalive),
    schedules: () => refreshServer.schedules(),
    runSchedule: (scheduleId) => refreshServer.runSchedule(scheduleId, "page"),
  };
}

function openInNewTab(url: string): void {
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  anchor.click();
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function hostBrowser(id: string): HostBrowser {
  return {
    window,
    gesture: () => navigator.userActivation.isActive,
    visible: () => document.visibilityState === "visible",
    open: openInNewTab,
    save: saveAs,
    copy,
    subscribe: (onEvent, onBack) => listen(id, onEvent, onBack),
    onSignedIn: (listener) => onSignIn(({ connectorId, outcome }) => outcome === "connected" && listener(connectorId)),
  };
}

/** The host of one open artifact, wired to the server and to this browser. */
export function makeHost(id: string, me: Me, onArtifactChanged: () => void, version?: number): ArtifactHost {
  return new ArtifactHost({
    api: hostApi(id, version),
    browser: hostBrowser(id),
    clock: systemClock,
    person: me,
    locale: navigator.language,
    session: new SessionShelf(me.id, id, window.sessionStorage),
    unsent: unsentShelf(me.id, id, window.localStorage),
    onArtifactChanged,
  });
}

/** The host of a page that is shown as of a snapshot: it hears of nothing but that it is over, keeps nothing and changes nothing. */
export function makeFrozen(id: string, me: Me, asOf: string): ArtifactHost {
  const nothing = () => undefined;
  const writes = (name: string): boolean => host.tools.value.some((tool) => tool.name === name && !tool.readOnly);
  const host: ArtifactHost = new ArtifactHost({
    api: frozenApi(id, asOf, hostApi(id, undefined), writes),
    browser: {
      ...hostBrowser(id),
      subscribe: (onEvent) => listen(id, (event) => (event.type === "revoked" || event.type === "signedout") && onEvent(event), nothing),
      onSignedIn: () => nothing,
    },
    clock: systemClock,
    person: me,
    locale: navigator.language,
    session: new SessionShelf(me.id, `${id}.${asOf}`, window.sessionStorage),
    unsent: { read: nothing, write: nothing },
    onArtifactChanged: nothing,
  });
  return host;
}

/** The host of a page that its owner or an editor sees as a viewer does: it hears of nothing and keeps nothing. */
export function makeAsViewer(id: string, me: Me): ArtifactHost {
  const nothing = () => undefined;
  return new ArtifactHost({
    api: viewerApi(id, hostApi(id, undefined)),
    browser: { ...hostBrowser(id), subscribe: () => nothing, onSignedIn: () => nothing },
    clock: systemClock,
    person: me,
    locale: navigator.language,
    session: new SessionShelf(me.id, `${id}.viewer`, window.sessionStorage),
    unsent: { read: nothing, write: nothing },
    onArtifactChanged: nothing,
  });
}

/**
 * The host of a version that is only looked at: it reads as the page does, but hears of nothing and keeps nothing, so that
 * looking changes no setting.
 */
export function makePreview(id: string, me: Me, version: number): ArtifactHost {
  const api = hostApi(id, version);
  const nothing = () => undefined;
  const host = new ArtifactHost({
    api: { ...api, saveStorage: async () => Promise.resolve({ revision: 0 }), ask: async () => Promise.resolve({ text: "", isError: true }) },
    browser: { ...hostBrowser(id), gesture: () => false, subscribe: () => nothing, onSignedIn: () => nothing },
    clock: systemClock,
    person: me,
    locale: navigator.language,
    session: new SessionShelf(me.id, `${id}.preview`, window.sessionStorage),
    unsent: { read: nothing, write: nothing },
    onArtifactChanged: nothing,
  });
  void server.artifact(id).then((artifact) => host.know(artifact), nothing);
  return host;
}
