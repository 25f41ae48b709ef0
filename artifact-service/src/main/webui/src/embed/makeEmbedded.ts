import type { Me } from "../api/types.ts";
import { hostApi, hostBrowser } from "../artifact/makeHost.ts";
import { ArtifactHost } from "../host/artifactHost.ts";
import { systemClock } from "../host/clock.ts";
import { SessionShelf, unsentShelf } from "../host/sessionShelf.ts";

/**
 * The host of an artifact that another site shows. It is live, but a click counts for nothing: who knows what the site has
 * drawn over it. So nothing is changed and no task is run from there.
 */
export function makeEmbedded(id: string, me: Me, onArtifactChanged: () => void): ArtifactHost {
  return new ArtifactHost({
    api: hostApi(id, undefined),
    browser: { ...hostBrowser(id), gesture: () => false },
    clock: systemClock,
    person: me,
    locale: navigator.language,
    session: new SessionShelf(me.id, `${id}.embed`, window.sessionStorage),
    unsent: unsentShelf(me.id, `${id}.embed`, window.localStorage),
    onArtifactChanged,
  });
}
