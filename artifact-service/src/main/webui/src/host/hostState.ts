import type { CallRecord } from "./callLog.ts";
import type { FrameView } from "./loads.ts";
import type { Arrival } from "./newData.ts";
import type { LoadMode } from "./pageLoad.ts";
import type { PageNote } from "./pageServices.ts";

/** What of an open artifact is to be seen. */
export type HostAccess = "open" | "signed-out" | "ended" | "revoked" | "gone";

export interface HostState {
  readonly frames: readonly FrameView[];
  readonly records: readonly CallRecord[];
  readonly notes: readonly PageNote[];
  readonly access: HostAccess;
  /** Why nothing can be shown at all. */
  readonly trouble: string | null;
  readonly away: boolean;
  readonly reloading: LoadMode | null;
  /** Questions of the page that Claude is answering. */
  readonly asking: number;
  /** Sources that the page which is to come still waits for, once that takes long. */
  readonly slow: readonly string[];
  readonly newData: Arrival | null;
  /** A scheduled refresh that is under way: so many of its calls are answered. */
  readonly refreshing: { readonly done: number; readonly total: number } | null;
  readonly newVersion: boolean;
}

export const nothingYet: HostState = {
  frames: [],
  records: [],
  notes: [],
  access: "open",
  trouble: null,
  away: false,
  reloading: null,
  asking: 0,
  slow: [],
  newData: null,
  refreshing: null,
  newVersion: false,
};
