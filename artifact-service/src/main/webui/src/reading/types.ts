/** What the server says about an artifact before somebody reads with their own connections through it. */

export interface ReadSource {
  connectorId: string;
  connectorName: string;
  /** The tools that it calls there, in words. */
  tools: string[];
  /** Whose access answers. */
  access: "viewer" | "owner";
  /** How this person stands with it. */
  state: "ready" | "sign_in_needed" | "failing" | "not_yours" | "unknown";
  action?: { label: string; href: string } | null;
}

export interface Reading {
  /** True if nothing has to be asked: the person's own page, or agreed to as it is now. */
  agreed: boolean;
  message?: string | null;
  /** Who shared it. */
  from?: string | null;
  /** Names what is to be agreed to, as it is now. */
  list: string;
  sources: ReadSource[];
}
