import type { Me, Ticket } from "../api/types.ts";

/** What the server tells with the document of an artifact, before the app asks for it. */
export interface Opening {
  readonly id: string;
  /** An older version that the address names; null for the current one. */
  readonly version: number | null;
  readonly me: Me;
  readonly ticket: Ticket;
}

/** Empty where nobody was signed in, or the server had no time. */
export function openingIn(document: Document): Opening | undefined {
  const told = document.getElementById("opening")?.textContent;
  // Our own server's word, in our own document.
  return told ? (JSON.parse(told) as Opening) : undefined;
}
