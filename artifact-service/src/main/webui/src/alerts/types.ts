/** Alerts and notices, as the server tells them. Instants are ISO 8601 text. */

import type { JsonObject } from "../../protocol.ts";

export type Of = "count" | "sum" | "average" | "min" | "max";
export type FilterOp = "=" | "!=" | ">" | ">=" | "<" | "<=" | "contains" | "in";
export type Op = ">" | ">=" | "<" | "<=" | "=" | "!=" | "changes_by" | "changes";

export interface Filter {
  field: string;
  op: FilterOp;
  /** Null means that nothing is there. */
  value: string | number | boolean | null;
  /** A day that moves instead of a value: `today-7d`. With `in` it stands for its whole period. */
  relative?: string | null;
}

export type Measure =
  | { kind: "aggregate"; of: Of; field?: string | null; where: Filter[]; timeZone?: string | null }
  | { kind: "shape" }
  | { kind: "connection" };

export interface Comparison {
  op: Op;
  value?: number | null;
  percent: boolean;
}

export interface Condition {
  connectorId: string;
  tool?: string | null;
  arguments?: JsonObject | null;
  measure: Measure;
  comparison?: Comparison | null;
}

export interface QuietHours {
  /** `22:00` */
  from: string;
  to: string;
  timeZone: string;
  weekends: boolean;
}

export interface Wish {
  name?: string;
  condition: Condition;
  mail: boolean;
  webhookUrl?: string | null;
  quiet?: QuietHours | null;
  tellWhenOver: boolean;
}

export interface Episode {
  id: string;
  snapshotId: string;
  beganAt: string;
  words: string;
  endedAt?: string;
  overWords?: string;
}

/** How the last message of a kind went. */
export interface Sent {
  kind: "mail" | "webhook";
  state: "held" | "waiting" | "delivered" | "given_up";
  at: string;
  reason?: string;
}

export interface Alert {
  id: string;
  artifactId: string;
  artifactTitle: string;
  name: string;
  /** The condition as a sentence. */
  words: string;
  connector: string;
  condition: Condition;
  mail: boolean;
  webhookUrl?: string;
  quiet?: QuietHours;
  tellWhenOver: boolean;
  paused: boolean;
  state: "calm" | "firing" | "trouble" | "paused";
  found?: string;
  foundAt?: string;
  trouble?: string;
  episode?: Episode;
  sent: Sent[];
  createdAt: string;
  /** Told once, when it is made. */
  webhookSecret?: string;
}

export interface FieldProfile {
  name: string;
  number: boolean;
  /** True if it holds dates. */
  date?: boolean;
  examples: string[];
}

/** A call of the newest data; one that failed has no arguments and no fields. */
export interface Source {
  connectorId: string;
  connector: string;
  tool: string;
  arguments?: JsonObject;
  rows?: number;
  fields: FieldProfile[];
}

export interface TrialResult {
  snapshotId: string;
  takenAt: string;
  value?: number;
  holds: boolean;
  /** The first of an episode: this is when one is told. */
  fires: boolean;
  words: string;
}

export interface Ways {
  mail: { available: boolean; address?: string; why?: string };
}

export interface Notice {
  id: string;
  at: string;
  kind: string;
  title: string;
  text: string;
  href?: string;
  read: boolean;
}

export interface Notices {
  unread: number;
  items: Notice[];
}
