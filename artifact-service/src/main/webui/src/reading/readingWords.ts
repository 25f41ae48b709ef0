import type { DotLook } from "../ui/State.tsx";
import type { ReadSource } from "./types.ts";

/** What has to be done before the source answers. */
export function isMissing({ access, state }: Pick<ReadSource, "access" | "state">): boolean {
  return access === "viewer" && state !== "ready";
}

export interface SourceWords {
  readonly look: DotLook;
  readonly text: string;
}

/** How a source will be read, and how it stands. */
export function wordsOf(source: Pick<ReadSource, "access" | "state">, from: string): SourceWords {
  if (source.access === "owner") return { look: "fresh", text: `With ${from}’s access` };
  switch (source.state) {
    case "ready":
      return { look: "fresh", text: "With your own access" };
    case "sign_in_needed":
      return { look: "failing", text: "Needs you to sign in" };
    case "not_yours":
      return { look: "failing", text: `Only ${from} can read this. Ask ${from} to show it to you` };
    case "failing":
      return { look: "old", text: "Does not answer right now" };
    case "unknown":
      return { look: "waiting", text: "Whether it answers cannot be told right now" };
  }
}

/** `List deals, Accounts and 2 more`. */
export function toolsInWords(tools: readonly string[]): string {
  const shown = tools.slice(0, 3).join(", ");
  return tools.length > 3 ? `${shown} and ${tools.length - 3} more` : shown;
}

/** What somebody without access can send to whoever gave them the link. */
export function requestText(address: string, email: string): string {
  return `Could you share this with me (${email})? ${address}`;
}
