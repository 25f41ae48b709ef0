import { CloudOff } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { Problem, sentenceOf } from "../../api/problem.ts";
import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import type { Copy } from "../types.ts";
import { CopyScreen } from "./CopyScreen.tsx";
import { LinkOver } from "./LinkOver.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import type { PublicServer } from "./publicServer.ts";

type View = { at: "waiting" } | { at: "password" } | { at: "over" } | { at: "trouble"; sentence: string } | { at: "copy"; copy: Copy };

function viewOf(error: unknown): View {
  const slug = error instanceof Problem ? error.slug : "";
  if (slug === "password-needed") return { at: "password" };
  if (error instanceof Problem && error.kind === "not-found") return { at: "over" };
  return { at: "trouble", sentence: sentenceOf(error) };
}

/** What is behind a public link, or why nothing is. */
export function PublicPage({ server }: { server: PublicServer }) {
  const [view, setView] = useState<View>({ at: "waiting" });
  const load = useCallback(() => {
    server.content().then(
      (copy) => setView({ at: "copy", copy }),
      (error: unknown) => setView(viewOf(error)),
    );
  }, [server]);
  useEffect(load, [load]);
  switch (view.at) {
    case "waiting":
      return <main className="copy-message" aria-busy aria-label="Loading" />;
    case "over":
      return <LinkOver />;
    case "password":
      return (
        <main className="copy-message">
          <PasswordForm enter={server.password} onEntered={load} />
        </main>
      );
    case "trouble":
      return (
        <main className="copy-message">
          <Empty heading="h1" icon={<CloudOff size={24} />} title="Not reachable right now" action={<Button onClick={load}>Try again</Button>}>
            {view.sentence}
          </Empty>
        </main>
      );
    case "copy":
      return <CopyScreen copy={view.copy} server={server} />;
  }
}
