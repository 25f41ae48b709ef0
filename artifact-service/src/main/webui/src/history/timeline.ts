import type { Version } from "../api/types.ts";
import type { Snapshot } from "./types.ts";

/** What there is of an artifact's past: a version that was saved, or the data of one refresh. */
export type Moment = { kind: "version"; at: number; version: Version } | { kind: "snapshot"; at: number; snapshot: Snapshot };

export interface Day {
  readonly start: number;
  readonly moments: readonly Moment[];
}

export type Shown = "all" | "versions" | "snapshots";

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/**
 * Versions and snapshots in one line, the newest first, by days. While older snapshots are still to come, versions that
 * belong below them wait: nothing is put in between later on.
 */
export function timelineOf(versions: readonly Version[], snapshots: readonly Snapshot[], shown: Shown, more: boolean): Day[] {
  const oldest = more && shown === "all" ? Math.min(...snapshots.map(({ takenAt }) => Date.parse(takenAt))) : -Infinity;
  const moments: Moment[] = [
    ...(shown === "snapshots" ? [] : versions.map((version): Moment => ({ kind: "version", at: Date.parse(version.createdAt), version }))),
    ...(shown === "versions" ? [] : snapshots.map((snapshot): Moment => ({ kind: "snapshot", at: Date.parse(snapshot.takenAt), snapshot }))),
  ];
  const days = new Map<number, Moment[]>();
  for (const moment of moments.filter(({ at }) => at >= oldest).sort((a, b) => b.at - a.at)) {
    const day = startOfDay(moment.at);
    days.set(day, [...(days.get(day) ?? []), moment]);
  }
  return [...days].map(([start, list]) => ({ start, moments: list }));
}
