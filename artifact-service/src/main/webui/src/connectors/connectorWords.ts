import type { Connector, ConnectorState, SignIn } from "../api/types.ts";
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
  oauth: "Sign in at the service",
};

export function whoMayUse(connector: Connector, workspace: string): string {
  return connector.scope === "workspace" ? `Everyone at ${workspace}` : "Only you";
}

/** A name to suggest for a server at `endpoint`. */
export function suggestedName(endpoint: string, serverName: string | null | undefined): string {
  if (serverName != null && serverName !== "") return serverName;
  try {
    return new URL(endpoint).hostname.replace(/^(www|mcp|api)\./, "");
  } catch {
    return "";
  }
}
