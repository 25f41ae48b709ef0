import type { JsonObject } from "../../protocol.ts";
import type { RelativeValue } from "../schedules/types.ts";

/** The server's records about who may open an artifact. Instants are ISO 8601 text. */

export type ShareKind = "person" | "group" | "workspace";
export type ShareRole = "viewer" | "editor";

export interface Share {
  id: string;
  kind: ShareKind;
  /** Of a person. */
  email?: string | null;
  /** Of a person who has signed in before. */
  name?: string | null;
  /** Of a group, as the identity provider calls it. */
  group?: string | null;
  role: ShareRole;
  createdAt: string;
  expiresAt?: string | null;
  message?: string | null;
}

/** A part of a long list. */
export interface SharePage {
  items: Share[];
  total: number;
  /** Where the next part starts; none after the last. */
  next?: string | null;
}

export interface NewShare {
  kind: ShareKind;
  email?: string;
  group?: string;
  role: ShareRole;
  expiresAt?: string;
  message?: string;
}

export interface ShareChange {
  role?: ShareRole;
  /** Null takes the end away. */
  expiresAt?: string | null;
}

/** Somebody who has signed in before. */
export interface FoundPerson {
  id: string;
  name: string;
  email?: string | null;
}

/** A group that somebody who signed in belongs to. */
export interface Group {
  name: string;
}

/** Whose connection answers: each viewer's own, or the owner's for exactly the recorded calls. */
export type Access = "viewer" | "owner";

export interface SourceCall {
  key: string;
  tool: string;
  title?: string | null;
  arguments: JsonObject;
  /** The values in it that may move along with the day. */
  relative: RelativeValue[];
  /** True if those whom the artifact is shared with see its answer. */
  shown: boolean;
}

/** A connector that an artifact reads, and whose access it is read with. */
export interface Source {
  connectorId: string;
  connectorName: string;
  scope: "workspace" | "personal";
  access: Access;
  calls: SourceCall[];
  /** When the owner's access ends by itself. */
  expiresAt?: string | null;
  /** How the one who asks stands with this connector. */
  mine: { state: string; action?: { label: string; href: string } | null };
}

/** Whose access a source is read with from now on; for the owner's, with exactly these calls. */
export interface SourceChoice {
  access: Access;
  calls?: string[];
  relative?: { key: string; path: string; expression: string | null }[];
  timeZone?: string;
  expiresAt?: string;
}
