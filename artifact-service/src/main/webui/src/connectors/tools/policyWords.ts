import type { ConnectorTool, Policy } from "../types.ts";

export const policies: readonly { value: Policy; word: string }[] = [
  { value: "allow", word: "Allow" },
  { value: "ask", word: "Ask" },
  { value: "block", word: "Block" },
];

export const policyNames: Record<Policy, string> = { allow: "Allowed", ask: "Asks first", block: "Blocked" };

const reading: Record<Policy, string> = {
  allow: "Pages that were granted this tool use it without asking.",
  ask: "Whoever opens a page confirms once that it may use this tool.",
  block: "No page can use this tool.",
};

const writing: Record<Policy, string> = {
  allow: "Before each use the person sees what is about to be done, and may choose to be asked no more.",
  ask: "Before each use the person sees what is about to be done, and confirms it.",
  block: "No page can use this tool.",
};

/** What a policy means for a tool that reads, or one that writes. */
export function policyMeans(policy: Policy, readOnly: boolean): string {
  return (readOnly ? reading : writing)[policy];
}

/** `reads`, `writes`, or that the server does not say which. */
export function effectOf({ readOnly, annotated }: ConnectorTool): { word: string; look: string; title: string } {
  if (annotated === false) {
    return { word: readOnly ? "taken as reading" : "taken as writing", look: readOnly ? "" : "writes", title: "The server does not say whether this tool changes data" };
  }
  return readOnly ? { word: "reads", look: "", title: "Changes nothing" } : { word: "writes", look: "writes", title: "Changes data in the system" };
}
