import { useState } from "react";
import { Link } from "wouter";
import type { Run } from "../schedules/types.ts";
import { Button } from "../ui/Button.tsx";
import { ChangesDialog, type Span } from "./ChangesDialog.tsx";
import { useSnapshots } from "./useSnapshots.ts";

/** What was kept of a run: the way to the page as it was then, and to what changed. */
export function RunSnapshot({ run, now }: { run: Run; now: number }) {
  const [span, setSpan] = useState<Span>();
  const pages = useSnapshots(run.artifactId);
  const snapshots = pages.data?.pages.flat() ?? [];
  const at = snapshots.findIndex(({ runId }) => runId === run.id);
  const snapshot = snapshots[at];
  const before = snapshots[at + 1];
  if (pages.isPending) return <div className="run-kept" aria-busy />;
  if (snapshot === undefined) return null;
  return (
    <div className="row run-kept">
      <Link className="button link" href={`/a/${run.artifactId}?asOf=${snapshot.id}`}>
        Open as it was
      </Link>
      {before !== undefined && (
        <Button look="link" onClick={() => setSpan({ from: before.id, to: snapshot.id })}>
          What changed
        </Button>
      )}
      {span !== undefined && <ChangesDialog id={run.artifactId} span={span} snapshots={snapshots} now={now} mayChoose onSpan={setSpan} onClose={() => setSpan(undefined)} />}
    </div>
  );
}
