import { useQueryClient } from "@tanstack/react-query";
import { ExternalLink, RotateCw } from "lucide-react";
import { useEffect, useState } from "react";
import type { Artifact, Me } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { AskDialogs } from "../artifact/AskDialogs.tsx";
import { shortState, worstOf } from "../artifact/sourceWords.ts";
import { Stage } from "../artifact/Stage.tsx";
import { freshnessOf } from "../host/freshness.ts";
import { Button } from "../ui/Button.tsx";
import { State } from "../ui/State.tsx";
import { useNow } from "../ui/useNow.ts";
import { useSignal } from "../ui/useSignal.ts";
import { makeEmbedded } from "./makeEmbedded.ts";

const notHere = new Set(["calls", "runTask"]);

/** A live artifact with one thin bar: its title, its freshness, Reload, and the way to the whole of it. */
export function EmbeddedArtifact({ artifact, me }: { artifact: Artifact; me: Me }) {
  const queries = useQueryClient();
  const [host] = useState(() => makeEmbedded(artifact.id, me, () => void queries.invalidateQueries({ queryKey: keys.artifact(artifact.id) })));
  const state = useSignal(host.state);
  const ask = useSignal(host.asks.current);
  const now = useNow(1_000);
  useEffect(() => host.know(artifact), [artifact, host]);
  useEffect(() => {
    host.start();
    const leave = () => host.leave();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      host.stop();
    };
  }, [host]);
  useEffect(() => {
    if (ask !== undefined && notHere.has(ask.question.kind)) host.asks.answer(ask.id, false);
  }, [ask, host]);
  const worst = worstOf(freshnessOf(state.records, now));
  const open = state.access === "open";
  return (
    <div className="embed-screen">
      <header className="embed-bar">
        <h1 className="embed-title cut">{artifact.title}</h1>
        {open && worst !== undefined && (
          <State look={worst.state} pending={state.reloading !== null}>
            <span className="numbers">{shortState(worst, now)}</span>
          </State>
        )}
        {open && <Button look="quiet" icon={<RotateCw size={16} />} aria-label="Reload" onClick={() => void host.load("live")} />}
        <a className="button quiet icon" href={`/a/${artifact.id}`} target="_blank" rel="noopener" aria-label="Open in Live Artifacts" title="Open in Live Artifacts">
          <ExternalLink size={16} aria-hidden />
        </a>
      </header>
      {open ? (
        <main className="stage">
          <Stage host={host} state={state} title={artifact.title} />
        </main>
      ) : (
        <main className="embed-message">
          <p>{state.access === "signed-out" ? "You are signed out. Sign in to Live Artifacts, then load this page again." : "You no longer have access to this artifact."}</p>
        </main>
      )}
      {ask !== undefined && !notHere.has(ask.question.kind) && <AskDialogs asks={host.asks} />}
    </div>
  );
}
