import { Snowflake } from "lucide-react";
import { useEffect, useMemo } from "react";
import { AskDialogs } from "../../artifact/AskDialogs.tsx";
import { Stage } from "../../artifact/Stage.tsx";
import { useSignal } from "../../ui/useSignal.ts";
import { makeFrozenHost } from "../frozenHost.ts";
import type { Copy } from "../types.ts";
import { dateInWords } from "../publicationWords.ts";
import { LinkOver } from "./LinkOver.tsx";
import type { PublicServer } from "./publicServer.ts";

/** A frozen copy at work: one bar that says what it is, then the page. */
export function CopyScreen({ copy, server }: { copy: Copy; server: PublicServer }) {
  const host = useMemo(() => makeFrozenHost(copy, server.ticket), [copy, server]);
  const state = useSignal(host.state);
  useEffect(() => {
    document.title = copy.title;
    host.start();
    return () => host.stop();
  }, [copy, host]);
  if (state.access === "gone") return <LinkOver />;
  return (
    <div className="copy-screen">
      <header className="copy-bar">
        <h1 className="copy-title cut">{copy.title}</h1>
        <p className="copy-note tiny muted">
          <Snowflake size={14} aria-hidden />
          <span>
            Frozen copy<span className="copy-when"> · data from {dateInWords(copy.takenAt)}</span>
          </span>
        </p>
      </header>
      <main className="stage">
        <Stage host={host} state={state} title={copy.title} />
      </main>
      <AskDialogs asks={host.asks} />
    </div>
  );
}
