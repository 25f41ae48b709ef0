import type { DotLook } from "../ui/State.tsx";
import type { AuditEntry } from "./types.ts";

const actions: Readonly<Record<string, string>> = {
  "session.begin": "Signed in",
  "session.end": "Signed out",
  "token.create": "Made an API token",
  "token.revoke": "Revoked an API token",
  "artifact.open": "Opened",
  "artifact.create": "Made an artifact",
  "artifact.change": "Renamed",
  "artifact.delete": "Deleted an artifact",
  "artifact.call": "Fetched data",
  "artifact.ask": "Asked Claude",
  "artifact.export": "Exported the page",
  "version.create": "Saved a version",
  "version.restore": "Restored a version",
  "version.read": "Read a version",
  "snapshot.read": "Looked at an earlier day",
  "grant.change": "Approved tools",
  "confirmation.add": "Allowed a change for good",
  "confirmation.remove": "Asks before a change again",
  "share.read": "Saw who it is shared with",
  "share.add": "Shared",
  "share.change": "Changed a share",
  "share.remove": "Ended a share",
  "owner.change": "Gave it to another owner",
  "source.change": "Changed whose access is used",
  "consent.give": "Agreed to what it reads",
  "consent.withdraw": "Withdrew consent",
  "people.search": "Looked for people",
  "publication.create": "Made a public link",
  "publication.change": "Changed a public link",
  "publication.revoke": "Ended a public link",
  "publication.draft": "Looked through a public link",
  "publication.file": "Saved a page with its data",
  "publication.open": "Opened a public link",
  "publication.password": "Said a public link's password",
  "embed.change": "Changed which sites may show it",
  "schedule.create": "Scheduled",
  "schedule.change": "Changed a schedule",
  "schedule.delete": "Deleted a schedule",
  "schedule.run": "Refreshed by hand",
  "refresh.run": "Refreshed",
  "delegation.change": "Changed a permission to refresh",
  "delegation.revoke": "Revoked a permission to refresh",
  "alert.create": "Made an alert",
  "alert.trial": "Tried an alert",
  "alert.change": "Changed an alert",
  "alert.delete": "Deleted an alert",
  "alert.test": "Sent a test message",
  "page.describe": "Described a page",
  "page.call": "Fetched data for a draft",
  "page.fetch": "Fetched a page from an address",
  "connector.create": "Added a connector",
  "connector.check": "Checked an address",
  "connector.change": "Changed a connector",
  "connector.delete": "Deleted a connector",
  "connector.probe": "Tried a tool",
  "connector.read": "Downloaded a connector's file",
  "policy.change": "Changed a policy",
  "policy.seen": "Saw a changed tool",
  "connection.begin": "Began to connect",
  "connection.made": "Connected",
  "connection.end": "Disconnected",
  "admin.read": "Looked at administration",
  "audit.read": "Read the audit log",
  "audit.export": "Exported the audit log",
  "other.change": "Changed something else",
  "other.read": "Tried to see something",
};

/** Groups of actions, as the filter offers them. */
export const actionChoices = [
  { value: "artifact.open", word: "Opened" },
  { value: "artifact.call", word: "Fetched data" },
  { value: "artifact", word: "Artifacts, all" },
  { value: "share", word: "Sharing" },
  { value: "owner", word: "Changes of owner" },
  { value: "publication", word: "Public links" },
  { value: "embed", word: "Embedding" },
  { value: "grant", word: "Approved tools" },
  { value: "schedule", word: "Schedules" },
  { value: "refresh", word: "Refreshed" },
  { value: "connector", word: "Connectors" },
  { value: "connection", word: "Sign-ins to connectors" },
  { value: "policy", word: "Policy" },
  { value: "session", word: "Signing in and out" },
  { value: "token", word: "API tokens" },
  { value: "mcp", word: "MCP clients" },
  { value: "audit", word: "The log itself" },
] as const;

const outcomes: Readonly<Record<string, { word: string; look: DotLook }>> = {
  done: { word: "Done", look: "fresh" },
  fresh: { word: "Fresh", look: "fresh" },
  stale: { word: "Older data", look: "old" },
  partly: { word: "Partly", look: "old" },
  failed: { word: "Failed", look: "failing" },
  gone: { word: "Permission ended", look: "failing" },
  refused: { word: "Refused", look: "failing" },
  too_often: { word: "Too often", look: "old" },
  not_possible: { word: "Not possible", look: "old" },
  broken_off: { word: "Broken off", look: "idle" },
};

export const outcomeChoices = Object.entries(outcomes).map(([value, { word }]) => ({ value, word }));

export function actionWords({ action }: Pick<AuditEntry, "action">): string {
  return actions[action] ?? (action.startsWith("mcp.") ? `MCP: ${action.slice(4).replaceAll("_", " ")}` : action.replaceAll(/[._]/g, " "));
}

export function outcomeWords({ outcome }: Pick<AuditEntry, "outcome">): { word: string; look: DotLook } {
  return outcomes[outcome] ?? { word: outcome.replaceAll("_", " "), look: "idle" };
}

export function whoWords({ actor, personName, code }: Pick<AuditEntry, "actor" | "personName" | "code">): string {
  if (actor === "schedule") return personName === undefined ? "A schedule" : `A schedule of ${personName}`;
  if (code === "sign_in_server") return "The sign-in server";
  return personName ?? "Somebody not signed in";
}

/** How many calls of a run it stands for. */
function countWords(calls: number | undefined, failed: number | undefined): string | undefined {
  if (calls === undefined || calls === 0) return undefined;
  const all = calls === 1 ? "1 call" : `${calls} calls`;
  return failed === undefined || failed === 0 ? all : `${all}, ${failed} failed`;
}

/** What it was about: the artifact, and what of it; or the person. */
export function aboutWords({ artifactId, artifactTitle, connector, tool, whomName, calls, failed }: AuditEntry): string {
  const artifact = artifactTitle ?? (artifactId === undefined ? undefined : "an artifact that is gone");
  const source = [connector, tool?.replaceAll("_", " "), countWords(calls, failed)].filter((word) => word !== undefined).join(" · ");
  return [whomName, artifact, source].filter((word) => word !== undefined && word !== "").join(" — ");
}

export function whenceWords({ address, agent, actor, token }: AuditEntry): string {
  const by = token !== undefined ? `with the token “${token}”` : actor === "program" ? "by a program" : undefined;
  return [address, agent, by].filter((word) => word !== undefined).join(", ");
}
