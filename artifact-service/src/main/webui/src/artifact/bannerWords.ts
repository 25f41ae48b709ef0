import type { Artifact, Drift } from "../api/types.ts";
import { momentOf } from "../host/ages.ts";
import type { HostState } from "../host/hostState.ts";
import type { SourceFreshness } from "../host/freshness.ts";
import { inWords } from "../host/names.ts";

export type BannerAct = "sign-in" | "connector" | "review" | "show-version" | "show-current" | "show-drift" | "rebuild" | "show-data" | "show-changes" | "reload" | "consent" | "dismiss";

export interface Banner {
  readonly key: string;
  readonly look: "plain" | "old" | "failing";
  readonly text: string;
  /** True for what just happened: it floats over the page and goes by itself. */
  readonly passing?: boolean;
  /** True for what must not be overlooked: it cannot be hidden. */
  readonly fixed?: boolean;
  readonly act?: { readonly kind: BannerAct; readonly label: string; readonly connectorId?: string | null };
}

interface Frozen {
  readonly takenAt: string | undefined;
}

interface Changed {
  readonly rows: number;
  readonly since: number;
}

/** The page wants to read with this person’s own connections, and they have not agreed to that yet. */
const consentCode = "consent_needed";
const signInCodes = new Set(["needs_reauth", "server_not_connected"]);

function connectorSignIn(source: SourceFreshness): Banner {
  const text = `${source.name} needs you to sign in again`;
  return {
    key: `sign-in-${source.key}`,
    look: "failing",
    text,
    act: { kind: "connector", label: "Sign in", connectorId: source.connectorId },
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

const most = 3;

function named(paths: readonly string[]): string {
  const shown = paths.slice(0, most).join(", ");
  return paths.length > most ? `${shown} and ${paths.length - most} more` : shown;
}

/** A change of one call's data in words: what is gone, new, of another type, probably renamed. */
export function driftInWords({ changes }: Pick<Drift, "changes">): string {
  const of = (kind: Drift["changes"][number]["kind"]) => changes.filter((change) => change.kind === kind);
  const renamed = of("renamed").map(({ path, is }) => (is == null ? path : `${path} → ${is}`));
  const retyped = of("retyped").map(({ path, was, is }) => (was == null || is == null ? path : `${path} (${was} → ${is})`));
  const parts = [
    { word: "gone", paths: of("gone").map(({ path }) => path) },
    { word: "probably renamed", paths: renamed },
    { word: "of another type", paths: retyped },
    { word: "new", paths: of("new").map(({ path }) => path) },
  ];
  return parts.flatMap(({ word, paths }) => (paths.length === 0 ? [] : [`${word}: ${named(paths)}`])).join("; ");
}

/** What is only new breaks no page. */
function breaks({ changes }: Drift): boolean {
  return changes.some(({ kind }) => kind !== "new");
}

function drifted(drift: readonly Drift[], mayRebuild: boolean): Banner | undefined {
  const [first] = drift.filter(breaks);
  if (first === undefined) return undefined;
  const text = `The data of ${first.connector} has changed since this page was made. ${inWords(first.tool)}: ${driftInWords(first)}`;
  return { key: `drift-${first.connector}-${first.tool}`, look: "old", text, act: mayRebuild ? { kind: "rebuild", label: "Rebuild" } : { kind: "show-drift", label: "Look at the data" } };
}

function older(artifact: Artifact | undefined, pinned: number | undefined): Banner | undefined {
  if (pinned === undefined || artifact === undefined || pinned === artifact.version) return undefined;
  const text = `This is version ${pinned}; the current one is version ${artifact.version}`;
  return { key: `older-${pinned}`, look: "plain", text, act: { kind: "show-current", label: "Show the current one" } };
}

/** The page is shown as it was: whoever reads a number here must know. */
function frozenAt({ takenAt }: Frozen, now: number): Banner {
  const text = takenAt === undefined ? "You see this page as it was" : `You see ${momentOf(Date.parse(takenAt), now)}`;
  return { key: "frozen", look: "old", text, fixed: true, act: { kind: "show-current", label: "Back to now" } };
}

function since({ rows, since: at }: Changed, now: number): Banner {
  const text = `${rows === 1 ? "1 row has" : `${rows} rows have`} changed since you last looked, ${momentOf(at, now)}`;
  return { key: `since-${at}`, look: "plain", text, act: { kind: "show-changes", label: "What changed" } };
}

function review(artifact: Artifact): Banner | undefined {
  const open = artifact.tools.filter((tool) => tool.state !== "granted");
  if (open.length === 0) return undefined;
  const changed = open.filter((tool) => tool.state === "changed");
  if (changed.length > 0 && artifact.role === "owner") {
    const tools = changed.length === 1 ? "A tool of this page is" : `${changed.length} tools of this page are`;
    return { key: `changed-${changed.length}`, look: "old", text: `${tools} not what you approved any more`, act: { kind: "review", label: "Review" } };
  }
  const tools = open.length === 1 ? "one tool" : `${open.length} tools`;
  if (artifact.role !== "owner") {
    return { key: "review", look: "plain", text: `${artifact.owner.name} has not approved ${tools} of this page yet` };
  }
  return { key: `review-${open.length}`, look: "plain", text: `This page asks for ${tools}`, act: { kind: "review", label: "Review" } };
}

/** What is known beside the page itself. */
export interface Around {
  readonly drift?: readonly Drift[];
  readonly pinned?: number | undefined;
  readonly frozen?: Frozen | undefined;
  /** True if its owner or an editor sees the page as a viewer does. */
  readonly asViewer?: boolean;
  readonly changed?: Changed | undefined;
}

/** The banners that apply, the most pressing first; one is shown at a time. */
export function bannersOf(
  state: HostState,
  artifact: Artifact | undefined,
  sources: readonly SourceFreshness[],
  now: number,
  { drift = [], pinned, frozen, asViewer = false, changed }: Around = {},
): Banner[] {
  const banners: (Banner | undefined)[] = [];
  if (frozen !== undefined) banners.push(frozenAt(frozen, now));
  if (asViewer) banners.push({ key: "as-viewer", look: "plain", text: "You see this page as a viewer does", fixed: true, act: { kind: "show-current", label: "Back to yours" } });
  if (state.access === "signed-out") {
    banners.push({ key: "signed-out", look: "old", text: "Your session has ended. What you see stays", act: { kind: "sign-in", label: "Sign in again" } });
  }
  if (state.away) {
    banners.push({ key: "away", look: "failing", text: "Live Artifacts cannot be reached. It tries again by itself", act: { kind: "reload", label: "Try now" } });
  }
  if (state.slow.length > 0) {
    banners.push({ key: "slow", look: "old", text: `Still waiting for ${state.slow.join(" and ")}. What you see is from before` });
  }
  banners.push(older(artifact, pinned));
  const unagreed = sources.filter(({ code }) => code === consentCode).map(({ name }) => name);
  if (unagreed.length > 0) {
    banners.push({ key: "consent", look: "old", text: `This page wants to read ${named(unagreed)} with your access`, act: { kind: "consent", label: "See what" } });
  }
  banners.push(...sources.filter(({ code }) => code !== null && signInCodes.has(code)).map(connectorSignIn));
  banners.push(drifted(drift, pinned === undefined && artifact !== undefined && artifact.role !== "viewer"));
  if (state.newVersion && pinned === undefined) {
    banners.push({ key: "version", look: "plain", text: "A newer version of this page was saved", act: { kind: "show-version", label: "Show it" } });
  }
  if (artifact !== undefined) banners.push(review(artifact));
  if (state.newData?.shown === false) {
    banners.push({ key: `data-waiting-${state.newData.at}`, look: "plain", text: `New data from ${momentOf(state.newData.at, now)}`, passing: true, act: { kind: "show-data", label: "Show it" } });
  }
  banners.push(...sources.filter(({ state: is, code }) => is === "failing" && !signInCodes.has(code ?? "") && code !== consentCode).map(failing));
  banners.push(...sources.filter(({ state: is, code }) => is === "old" && code !== null).map((source) => stale(source, now)));
  if (changed !== undefined) banners.push(since(changed, now));
  if (state.newData?.shown === true) {
    banners.push({ key: `data-${state.newData.at}`, look: "plain", text: `New data from ${momentOf(state.newData.at, now)}`, passing: true, act: { kind: "dismiss", label: "Got it" } });
  }
  return banners.filter((banner) => banner !== undefined);
}
