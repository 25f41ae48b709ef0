import type { Version } from "../api/types.ts";
import type { Snapshot } from "./types.ts";

/** What there is of an artifact's past: a version that was saved, or the data of one refresh. */
export type Moment = Placed & ({ kind: "version"; version: Version } | { kind: "snapshot"; snapshot: Snapshot });

interface Placed {
  at: number;
  /** True if another one is of the same minute, so that its seconds tell them apart. */
  exact: boolean;
}

export interface Day {
  readonly start: number;
  readonly moments: readonly Moment[];
}

export type Shown = "all" | "versions" | "snapshots";

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

const minuteOf = (at: number) => Math.floor(at / 60_000);

/** Tells whether a moment shares its minute with another one of these. */
export function crowding(times: readonly number[]): (at: number) => boolean {
  const minutes = times.map(minuteOf);
  const crowded = new Set(minutes.filter((minute, place) => minutes.indexOf(minute) !== place));
  return (at) => crowded.has(minuteOf(at));
}

/**
 * Versions and snapshots in one line, the newest first, by days. While older snapshots are still to come, versions that
 * belong below them wait: nothing is put in between later on.
 */
export function timelineOf(versions: readonly Version[], snapshots: readonly Snapshot[], shown: Shown, more: boolean): Day[] {
  const oldest = more && shown === "all" ? Math.min(...snapshots.map(({ takenAt }) => Date.parse(takenAt))) : -Infinity;
  const saved = shown === "snapshots" ? [] : versions.map((version) => ({ kind: "version" as const, at: Date.parse(version.createdAt), version }));
  const fetched = shown === "versions" ? [] : snapshots.map((snapshot) => ({ kind: "snapshot" as const, at: Date.parse(snapshot.takenAt), snapshot }));
  const crowded = crowding([...saved, ...fetched].map(({ at }) => at));
  const moments = [...saved, ...fetched].map((moment): Moment => ({ ...moment, exact: crowded(moment.at) }));
  const days = new Map<number, Moment[]>();
  for (const moment of moments.filter(({ at }) => at >= oldest).sort((a, b) => b.at - a.at)) {
    const day = startOfDay(moment.at);
    days.set(day, [...(days.get(day) ?? []), moment]);
  }
  return [...days].map(([start, list]) => ({ start, moments: list }));
}
