import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "../app/keys.ts";
import { changedRows } from "./changeWords.ts";
import { historyServer } from "./historyServer.ts";
import type { Snapshot } from "./types.ts";
import { useSnapshots } from "./useSnapshots.ts";

/** What an open page needs to know of the data that was kept before. */
export interface Past {
  readonly snapshots: readonly Snapshot[];
  /** The one whose data is on screen instead of today's. */
  readonly shown: Snapshot | undefined;
  /** How many rows are not as they were when this person last looked, and when that was. */
  readonly changed: { readonly rows: number; readonly since: number } | undefined;
}

/** Asked for once the page has its data, and again when a refresh landed: opening waits for nothing of it. */
export function usePast(id: string, asOf: string | undefined, hasData: boolean, landedAt: number | undefined): Past {
  const queries = useQueryClient();
  const pages = useSnapshots(id, hasData || asOf !== undefined);
  useEffect(() => {
    if (landedAt !== undefined) void queries.invalidateQueries({ queryKey: keys.snapshots(id) });
  }, [id, landedAt, queries]);
  const snapshots = pages.data?.pages.flat() ?? [];
  const known = snapshots.find((snapshot) => snapshot.id === asOf);
  const older = useQuery({
    queryKey: keys.snapshot(id, asOf ?? ""),
    queryFn: () => historyServer.snapshot(id, asOf ?? ""),
    enabled: asOf !== undefined && pages.data !== undefined && known === undefined,
    retry: false,
  });
  const newest = snapshots[0]?.id ?? "";
  const changes = useQuery({
    queryKey: keys.changes(id, "seen", newest),
    queryFn: () => historyServer.changes(id, "seen", newest),
    enabled: asOf === undefined && snapshots.length > 1,
    retry: false,
    staleTime: Infinity,
  });
  const rows = changes.data === undefined ? 0 : changedRows(changes.data);
  return {
    snapshots,
    shown: known ?? older.data,
    changed: changes.data === undefined || rows === 0 ? undefined : { rows, since: Date.parse(changes.data.from.takenAt) },
  };
}
