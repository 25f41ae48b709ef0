import type { Me } from "../api/types.ts";
import type { Connector, ConnectorKind, ConnectorState, SignIn } from "./types.ts";
import { momentOf } from "../host/ages.ts";
import type { DotLook } from "../ui/State.tsx";

export const connectorStates: Record<ConnectorState, { look: DotLook; word: string }> = {
  connected: { look: "fresh", word: "Connected" },
  needs_sign_in: { look: "failing", word: "Needs sign-in" },
  failing: { look: "failing", word: "Failing" },
  revoked: { look: "old", word: "Disconnected" },
};

export const signIns: Record<SignIn, string> = {
  none: "No sign-in",
  bearer: "Access token",
  header: "Key in a header",
  oauth: "Sign-in at the service",
};

/** What a person enters to sign in: `token`, `key` or `password`. */
export function secretOf({ kind, signIn }: Pick<Connector, "kind" | "signIn">): string {
  if (kind === "sql") return "password";
  return signIn === "header" ? "key" : "token";
}

export const kinds: Record<ConnectorKind, string> = {
  mcp: "MCP server",
  spreadsheet: "Spreadsheet",
  openapi: "Web API",
  sql: "Database",
};

export function kindOf({ kind }: Pick<Connector, "kind">): string {
  return kinds[kind ?? "mcp"];
}

export function whoMayUse({ scope }: Pick<Connector, "scope">, workspace: string): string {
  return scope === "workspace" ? `Everyone at ${workspace}` : "Only you";
}

/** Who answers for a connector: its owner, or for one of the workspace its administrators. */
export function mayManage({ scope, mine }: Pick<Connector, "scope" | "mine">, me: Me | undefined): boolean {
  return scope === "workspace" ? me?.admin === true : mine;
}

/** True if each person signs in for themselves. */
export function eachSignsIn({ connectionScope, signIn }: Pick<Connector, "connectionScope" | "signIn">): boolean {
  return signIn !== "none" && connectionScope === "person";
}

/** Whose sign-in the calls use: in the list and at the sign-in. */
export function whoseSignIn(connector: Connector, workspace: string): string {
  if (connector.signIn === "none") return "No sign-in needed";
  if (connector.scope === "personal") return "Your own sign-in";
  return eachSignsIn(connector) ? "Each person's own sign-in" : `One sign-in for ${workspace}`;
}

/** What is wrong, in words; undefined while all is well. */
export function troubleOf(connector: Connector): string | undefined {
  if (connector.state === "connected") return undefined;
  const reason = [connector.stateReason, connector.lastError].find((text) => text != null && text.trim() !== "");
  return reason ?? undefined;
}

export function stateSince({ state, stateSince: since }: Connector, now: number): string {
  const { word } = connectorStates[state];
  return since == null ? word : `${word} since ${momentOf(Date.parse(since), now)}`;
}

/** What to do first comes first: what fails, then by name. */
export function byUrgency(a: Connector, b: Connector): number {
  const calm = (connector: Connector) => (connector.state === "connected" ? 1 : 0);
  return calm(a) - calm(b) || a.name.localeCompare(b.name);
}

/** What the list finds a connector by. */
export function matches(connector: Connector, wanted: string): boolean {
  const words = [connector.name, connector.endpoint, kindOf(connector), connectorStates[connector.state].word].join(" ");
  return words.toLowerCase().includes(wanted.trim().toLowerCase());
}

/** `2 artifacts use it`, with the first few by name. */
export function usedIn(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => `“${title}”`);
  const rest = titles.length - shown.length;
  if (rest > 0) shown.push(rest === 1 ? "one more" : `${rest} more`);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
