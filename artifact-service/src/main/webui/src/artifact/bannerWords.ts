import type { Artifact } from "../api/types.ts";
import { momentOf } from "../host/ages.ts";
import type { HostState } from "../host/artifactHost.ts";
import type { SourceFreshness } from "../host/freshness.ts";

export type BannerAct = "sign-in" | "connector" | "review" | "show-version" | "show-data" | "reload" | "dismiss";

export interface Banner {
  readonly key: string;
  readonly look: "plain" | "old" | "failing";
  readonly text: string;
  /** True for what just happened: it floats over the page and goes by itself. */
  readonly passing?: boolean;
  readonly act?: { readonly kind: BannerAct; readonly label: string; readonly href?: string };
}

const signInCodes = new Set(["needs_reauth", "server_not_connected"]);

function connectorSignIn(source: SourceFreshness): Banner {
  const text = `${source.name} needs you to sign in again`;
  return {
    key: `sign-in-${source.key}`,
    look: "failing",
    text,
    act: { kind: "connector", label: "Sign in", href: source.connectorId === null ? "/connectors" : `/connectors/${source.connectorId}` },
  };
}

function failing(source: SourceFreshness): Banner {
  const text = source.reason ?? `${source.name} does not answer`;
  return { key: `failing-${source.key}`, look: "failing", text, act: { kind: "reload", label: "Try again" } };
}

function stale(source: SourceFreshness, now: number): Banner {
  const from = source.storedAt === null ? "earlier" : momentOf(source.storedAt, now);
  const text = `${source.name} does not answer: showing its data from ${from}`;
  return { key: `stale-${source.key}`, look: "old", text, act: { kind: "reload", label: "Try again" } };
}

function review(artifact: Artifact): Banner | undefined {
  const open = artifact.tools.filter((tool) => tool.state !== "granted");
  if (open.length === 0) return undefined;
  const tools = open.length === 1 ? "one tool" : `${open.length} tools`;
  if (artifact.role !== "owner") {
    return { key: "review", look: "plain", text: `${artifact.owner.name} has not approved ${tools} of this page yet` };
  }
  return { key: `review-${open.length}`, look: "plain", text: `This page asks for ${tools}`, act: { kind: "review", label: "Review" } };
}

/** The banners that apply, the most pressing first; one is shown at a time. */
export function bannersOf(state: HostState, artifact: Artifact | undefined, sources: readonly SourceFreshness[], now: number): Banner[] {
  const banners: (Banner | undefined)[] = [];
  if (state.access === "signed-out") {
    banners.push({ key: "signed-out", look: "failing", text: "Your session has ended", act: { kind: "sign-in", label: "Sign in" } });
  }
  if (state.away) {
    banners.push({ key: "away", look: "failing", text: "Live Artifacts cannot be reached. It tries again by itself", act: { kind: "reload", label: "Try now" } });
  }
  if (state.slow.length > 0) {
    banners.push({ key: "slow", look: "old", text: `Still waiting for ${state.slow.join(" and ")}. What you see is from before` });
  }
  banners.push(...sources.filter(({ code }) => code !== null && signInCodes.has(code)).map(connectorSignIn));
  if (artifact !== undefined) banners.push(review(artifact));
  if (state.newVersion) {
    banners.push({ key: "version", look: "plain", text: "A newer version of this page was saved", act: { kind: "show-version", label: "Show it" } });
  }
  if (state.newData?.shown === false) {
    banners.push({ key: "data-waiting", look: "plain", text: `New data from ${momentOf(state.newData.at, now)}`, passing: true, act: { kind: "show-data", label: "Show it" } });
  }
  banners.push(...sources.filter(({ state: is, code }) => is === "failing" && !signInCodes.has(code ?? "")).map(failing));
  banners.push(...sources.filter(({ state: is, code }) => is === "old" && code !== null).map((source) => stale(source, now)));
  if (state.newData?.shown === true) {
    banners.push({ key: `data-${state.newData.at}`, look: "plain", text: `New data from ${momentOf(state.newData.at, now)}`, passing: true, act: { kind: "dismiss", label: "Got it" } });
  }
  return banners.filter((banner) => banner !== undefined);
}
