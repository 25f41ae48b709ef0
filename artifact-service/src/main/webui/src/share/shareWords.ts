import { momentOf } from "../host/ages.ts";
import type { Share, ShareRole, Source } from "./types.ts";

export const roleWords: Record<ShareRole, string> = { viewer: "can view", editor: "can edit" };

/** Whom a share is for. */
export function nameOf({ kind, name, email, group }: Pick<Share, "kind" | "name" | "email" | "group">, workspace: string): string {
  switch (kind) {
    case "workspace":
      return `Everyone at ${workspace}`;
    case "group":
      return group ?? "A group";
    case "person":
      return name ?? email ?? "Somebody";
  }
}

/** The address, where the name does not tell it already. */
export function addressOf({ kind, name, email }: Share): string | undefined {
  return kind === "person" && name != null ? (email ?? undefined) : undefined;
}

/** What else there is to know: that it is a group, that they have not come yet, when it ends. */
export function factsOf({ kind, name, expiresAt }: Share, now: number): string {
  const facts = [
    kind === "group" ? "Group" : undefined,
    kind === "person" && name == null ? "Has not signed in yet" : undefined,
    expiresAt == null ? undefined : endInWords(expiresAt, now),
  ];
  return facts.filter((fact) => fact !== undefined).join(" · ");
}

export function endInWords(expiresAt: string, now: number): string {
  const at = Date.parse(expiresAt);
  return at <= now ? "Ended" : `Until ${momentOf(at, now)}`;
}

/** `1 person or group`, `1,000 people and groups`. */
export function countInWords(total: number): string {
  return total === 1 ? "1 share" : `${total.toLocaleString("en-GB")} shares`;
}

/**
 * With whose access a source is read, in one sentence.
 *
 * @param alone whether nobody but the owner can be connected to it
 */
export function accessInWords({ access, scope, calls }: Pick<Source, "access" | "scope" | "calls">, alone: boolean): string {
  const shown = calls.filter((call) => call.shown).length;
  if (access === "owner") return shown === 1 ? "They see what you see in 1 call" : `They see what you see in ${shown} calls`;
  if (alone) return "This connector is yours alone: they see nothing of it";
  return scope === "workspace" ? "Everyone sees the same, by the workspace’s connection" : "Each of them signs in, and sees what they may see there";
}
