import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { SignedOut } from "../account/SignedOut.tsx";
import { useSignedInAgain } from "../account/useSignedInAgain.ts";
import type { Artifact, Me } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import type { Span } from "../history/ChangesDialog.tsx";
import { usePast } from "../history/usePast.ts";
import { useAutoApply } from "../history/usePreferences.ts";
import type { HostState } from "../host/hostState.ts";
import { freshnessOf } from "../host/freshness.ts";
import { Ended } from "../reading/Ended.tsx";
import { useNow } from "../ui/useNow.ts";
import { useSignal } from "../ui/useSignal.ts";
import { AskDialogs } from "./AskDialogs.tsx";
import { bannersOf, type Banner as BannerWords, type BannerAct } from "./bannerWords.ts";
import { Banner } from "./Banner.tsx";
import { Bar } from "./Bar.tsx";
import { makeAsViewer, makeFrozen, makeHost } from "./makeHost.ts";
import type { PanelTab } from "./Panel.tsx";
import { Stage } from "./Stage.tsx";
import { useDrift } from "./useDrift.ts";

const Panel = lazy(async () => ({ default: (await import("./Panel.tsx")).Panel }));
const AlwaysDialog = lazy(async () => ({ default: (await import("./AlwaysDialog.tsx")).AlwaysDialog }));
const ChangesDialog = lazy(async () => ({ default: (await import("../history/ChangesDialog.tsx")).ChangesDialog }));
const ToolSheet = lazy(async () => ({ default: (await import("./ToolSheet.tsx")).ToolSheet }));

function useHost({ id, me, version, asOf, asViewer }: Pick<Props, "id" | "me" | "version" | "asOf" | "asViewer">) {
  const queries = useQueryClient();
  const [host] = useState(() => {
    if (asViewer) return makeAsViewer(id, me);
    if (asOf !== undefined) return makeFrozen(id, me, asOf);
    return makeHost(id, me, () => void queries.invalidateQueries({ queryKey: keys.artifact(id) }), version);
  });
  useEffect(() => {
    host.start();
    const leave = () => host.leave();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      host.stop();
    };
  }, [host]);
  return host;
}

/** When the newest fresh data on screen was stored. */
function newestOf(records: HostState["records"]): number | undefined {
  const times = records.flatMap(({ state, storedAt }) => (state === "fresh" && storedAt !== null ? [storedAt] : []));
  return times.length === 0 ? undefined : Math.max(...times);
}

interface Props {
  id: string;
  me: Me;
  artifact: Artifact | undefined;
  /** An older version that was asked for by its number. */
  version: number | undefined;
  /** The snapshot whose data is shown instead of today's. */
  asOf: string | undefined;
  /** True if the page is shown to its owner or an editor as a viewer sees it. */
  asViewer: boolean;
  /** Has what the page reads shown, to be agreed to. */
  onConsent: () => void;
}

/** An open artifact: its bar, its page, and what is said about both. */
export function OpenArtifact({ id, me, artifact, version, asOf, asViewer, onConsent }: Props) {
  const host = useHost({ id, me, version, asOf, asViewer });
  const state = useSignal(host.state);
  useSignedInAgain(host, state.access === "signed-out");
  const now = useNow(1_000);
  const [params, setParams] = useSearchParams();
  const [panel, setPanel] = useState<PanelTab>();
  const [span, setSpan] = useState<Span>();
  const [reviewing, setReviewing] = useState(false);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const stage = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  const [, go] = useLocation();

  useEffect(() => {
    if (artifact === undefined) return;
    document.title = `${artifact.title} · Live Artifacts`;
    host.know(artifact);
  }, [artifact, host]);

  const sources = freshnessOf(state.records, now);
  const hasData = state.records.some(({ state: is }) => is === "fresh");
  const drift = useDrift(id, asOf === undefined ? newestOf(state.records) : undefined);
  const past = usePast(id, asOf, hasData, state.newData?.at);
  useAutoApply(id, host, asOf === undefined && !asViewer);
  const frozen = asOf === undefined ? undefined : { takenAt: past.shown?.takenAt };
  const banners = bannersOf(state, artifact, sources, now, { drift, pinned: version, frozen, asViewer, changed: asViewer ? undefined : past.changed }).filter(({ key }) => !dismissed.has(key));
  const wantsReview = params.has("review") && artifact?.role === "owner" && artifact.tools.some((tool) => tool.state !== "granted");

  const act = (kind: BannerAct) => {
    if (kind === "review") setReviewing(true);
    if (kind === "reload") void host.load("live");
    if (kind === "show-data") void host.load("stored");
    if (kind === "show-version") host.showNewVersion();
    if (kind === "show-current") go(`/a/${id}`);
    if (kind === "show-drift") setPanel("calls");
    if (kind === "rebuild") go(`/a/${id}/form`);
    if (kind === "show-changes" && past.snapshots[0] !== undefined) setSpan({ from: "seen", to: past.snapshots[0].id });
    if (kind === "consent") onConsent();
    if (kind === "dismiss") host.dismissNewData();
  };

  const banner = (words: BannerWords) => (
    <Banner key={words.key} banner={words} onAct={act} onDismiss={(key) => setDismissed((before) => new Set(before).add(key))} />
  );

  const closeReview = useCallback(
    (changed: boolean) => {
      setReviewing(false);
      if (params.has("review")) setParams({}, { replace: true });
      host.confirmations.forget();
      if (!changed) return;
      void queries.invalidateQueries({ queryKey: keys.artifact(id) });
      void host.load("live");
    },
    [host, id, params, queries, setParams],
  );

  if (state.access === "ended") return <SignedOut id={id} />;
  if (state.access === "revoked" || state.access === "gone") return <Ended gone={state.access === "gone"} owner={artifact?.owner.name} />;

  return (
    <div className="artifact">
      <Bar
        artifact={artifact}
        sources={sources}
        now={now}
        host={host}
        reloading={state.reloading !== null}
        asking={state.asking}
        pinned={version}
        asOf={asOf}
        past={past}
        refreshing={state.refreshing}
        panel={panel}
        onPanel={setPanel}
        onReview={() => setReviewing(true)}
        onFullScreen={() => void stage.current?.requestFullscreen()}
      />
      {banners[0] !== undefined && banners[0].passing !== true && banner(banners[0])}
      <main className="artifact-room">
        <div ref={stage} className="stage">
          <Stage host={host} state={state} title={artifact?.title ?? "Page"} />
          {banners[0]?.passing === true && banner(banners[0])}
        </div>
        <Suspense>
          {panel !== undefined && (
            <Panel tab={panel} onTab={setPanel} id={id} me={me} shown={version ?? artifact?.version} asOf={asOf} artifact={artifact} host={host} state={state} now={now} onClose={() => setPanel(undefined)} />
          )}
        </Suspense>
      </main>
      <AskDialogs asks={host.asks} />
      <Suspense>
        {span !== undefined && <ChangesDialog id={id} span={span} snapshots={past.snapshots} now={now} mayChoose={artifact?.role === "owner" || artifact?.role === "editor"} onSpan={setSpan} onClose={() => setSpan(undefined)} />}
        {(reviewing || wantsReview) && artifact?.role === "owner" && <ToolSheet artifact={artifact} onClose={closeReview} />}
        {reviewing && artifact !== undefined && artifact.role !== "owner" && <AlwaysDialog id={id} onClose={() => closeReview(false)} />}
      </Suspense>
    </div>
  );
}
