import { useEffect, useState } from "react";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer, Me } from "../api/types.ts";
import type { ArtifactHost } from "../host/artifactHost.ts";
import { makeDraftHost } from "../preview/draftHost.ts";

type Call = (body: CallBody, signal?: AbortSignal) => Promise<CallAnswer>;

const pauseMs = 400;

/** A page as it was written last, and the host that shows it. */
class Desk {
  readonly host: ArtifactHost;
  #shown: string;

  constructor(
    me: Me,
    private html: string,
    private call: Call,
  ) {
    this.#shown = html;
    this.host = makeDraftHost(me, {
      html: () => (this.#shown = this.html),
      call: (body, signal) => this.call(body, signal),
    });
  }

  /** Takes the page as it is now; shows it once the text has not changed for a moment. */
  write(html: string, call: Call): (() => void) | undefined {
    this.html = html;
    this.call = call;
    if (this.#shown === html) return undefined;
    const timer = setTimeout(() => void this.host.load("stored"), pauseMs);
    return () => clearTimeout(timer);
  }
}

/** A host that shows a page while it is written. */
export function useDraft(me: Me, html: string, call: Call): ArtifactHost {
  const [desk] = useState(() => new Desk(me, html, call));
  useEffect(() => desk.write(html, call), [desk, html, call]);
  return desk.host;
}
