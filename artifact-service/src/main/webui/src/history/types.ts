/** What was kept of an artifact's data, and what changed in it. Instants are ISO 8601 text. */

export type SnapshotOutcome = "finished" | "partly" | "failed";

export interface SnapshotCall {
  position: number;
  connector: string;
  tool: string;
  bytes?: number | null;
  rows?: number | null;
  error?: { message?: string } | null;
}

/** The results of one refresh, kept. */
export interface Snapshot {
  id: string;
  runId: string;
  takenAt: string;
  /** The version of the page whose calls were made. */
  version: number;
  outcome: SnapshotOutcome;
  calls: SnapshotCall[];
}

export type Row = Record<string, unknown>;

export interface FieldChange {
  field: string;
  was: unknown;
  is: unknown;
}

export interface ChangedRow {
  key: Row;
  fields: FieldChange[];
}

/** What changed in the answer to one call: rows are told apart by the fields of `key`, or compared whole if there are none. */
export interface SourceChange {
  position: number;
  connector: string;
  tool: string;
  key: string[];
  /** Fields that could tell the rows apart. */
  fields?: string[] | null;
  added: { count: number; rows: Row[] };
  removed: { count: number; rows: Row[] };
  changed: { count: number; rows: ChangedRow[] };
  unchanged: number;
  /** Why the rows could not be told apart as they were to be. */
  note?: string | null;
}

export interface SnapshotMark {
  id: string;
  takenAt: string;
}

export interface Changes {
  from: SnapshotMark;
  to: SnapshotMark;
  sources: SourceChange[];
}

export interface Preferences {
  autoApply: boolean;
}
