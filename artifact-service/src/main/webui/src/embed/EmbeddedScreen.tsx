import "../styles/embed.css";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useEffect } from "react";
import { Problem, sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { useMe } from "../app/useMe.ts";
import { useReading } from "../reading/useReading.ts";
import { EmbeddedArtifact } from "./EmbeddedArtifact.tsx";

/** Says why nothing is shown, and leads out of the frame: nothing of the app is reached inside it. */
function Outside({ id, title, link, children }: { id: string; title: string; link: string; children: string }) {
  return (
    <main className="embed-message">
      <h1>{title}</h1>
      <p className="muted">{children}</p>
      <a className="button primary" href={`/a/${id}`} target="_blank" rel="noopener">
        <ExternalLink size={16} aria-hidden />
        {link}
      </a>
    </main>
  );
}

function wordsFor(error: unknown): { title: string; sentence: string } {
  const kind = error instanceof Problem ? error.kind : "refused";
  if (kind === "signed-out") {
    return { title: "Sign in to see this", sentence: "You sign in with your company account, in a window of its own. Then load this page again." };
  }
  if (kind === "not-found" || kind === "no-access") {
    return { title: "You cannot open this", sentence: "It is not shared with you, or it was deleted. Whoever put it here can share it with you." };
  }
  return { title: "Not reachable right now", sentence: sentenceOf(error) };
}

/** `/a/{id}?embed`: a live artifact inside another site, for who is signed in and may open it. */
export function EmbeddedScreen({ id }: { id: string }) {
  const me = useMe();
  const artifact = useQuery({ queryKey: keys.artifact(id), queryFn: () => server.artifact(id) });
  const { reading } = useReading(id, artifact.data !== undefined && artifact.data.role !== "owner");
  const title = artifact.data?.title;
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
  const error = me.error ?? artifact.error;
  if (error !== null) {
    const { title: heading, sentence } = wordsFor(error);
    return (
      <Outside id={id} title={heading} link="Open Live Artifacts">
        {sentence}
      </Outside>
    );
  }
  if (me.data === undefined || artifact.data === undefined) return <main className="embed-message" aria-busy aria-label="Loading" />;
  if (reading?.agreed === false) {
    return (
      <Outside id={id} title={artifact.data.title} link="Look at what it reads">
        It reads with your own sign-ins. Open it once in Live Artifacts and agree to that; then load this page again.
      </Outside>
    );
  }
  return <EmbeddedArtifact artifact={artifact.data} me={me.data} />;
}
