import type { PointedElement } from "../../protocol.ts";

/** A tool that a page asks for, before it is saved. */
export interface AskedTool {
  readonly name: string;
  readonly tool: string;
  readonly connectorId?: string;
  readonly connectorName?: string;
  readonly readOnly: boolean;
  /** True if the artifact's owner has approved it before. */
  readonly granted: boolean;
  /** Why the page cannot have it. */
  readonly problem?: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly sentence: string;
  readonly tokensLeft: number;
}

/** What somebody wants. */
export interface Wish {
  readonly text: string;
  readonly artifactId?: string;
  readonly element?: PointedElement;
  readonly drift?: boolean;
  readonly connectors?: readonly string[];
}

/** What the browser has seen of a page that was shown. */
export interface Trial {
  readonly round: number;
  readonly console: readonly { readonly level: string; readonly text: string }[];
  readonly calls: readonly { readonly name: string; readonly code?: string; readonly message?: string }[];
  readonly blocked: readonly string[];
  readonly empty: boolean;
}

export interface Saved {
  readonly artifactId: string;
  readonly version: number;
}

export interface Cost {
  readonly tokens: number;
  readonly tokensLeft: number;
  /** Where the prices are known. */
  readonly dollars?: number;
}

export type StepKind = "look" | "probe" | "write" | "verify" | "mend" | "wait";

/** A line of what happened, in order. */
export type Line =
  | { readonly by: "step"; readonly kind: StepKind; readonly text: string }
  | { readonly by: "claude"; readonly text: string }
  | { readonly by: "person"; readonly text: string };
