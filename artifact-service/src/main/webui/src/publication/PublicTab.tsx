import "../styles/publication.css";
import { useState } from "react";
import { LinkMade } from "./LinkMade.tsx";
import { MakeLink } from "./MakeLink.tsx";
import { PublicLinks } from "./PublicLinks.tsx";
import type { PublicLink } from "./types.ts";

type View = { at: "list" } | { at: "make" } | { at: "made"; link: PublicLink; origins: readonly string[] };

/** What others may see of an artifact without it being shared with them: frozen copies behind links, and other sites. */
export function PublicTab({ artifactId }: { artifactId: string }) {
  const [view, setView] = useState<View>({ at: "list" });
  const made = (link: PublicLink, origins: readonly string[]) => setView({ at: "made", link, origins });
  switch (view.at) {
    case "list":
      return <PublicLinks artifactId={artifactId} onMake={() => setView({ at: "make" })} onLink={made} />;
    case "make":
      return <MakeLink artifactId={artifactId} onMade={made} onBack={() => setView({ at: "list" })} />;
    case "made":
      return <LinkMade link={view.link} origins={view.origins} onBack={() => setView({ at: "list" })} />;
  }
}
