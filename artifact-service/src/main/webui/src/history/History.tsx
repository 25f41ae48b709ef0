import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Diff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Artifact, Me } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Segments } from "../ui/Segments.tsx";
import { useToaster } from "../ui/toaster.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { ChangesDialog, type Span } from "./ChangesDialog.tsx";
import { SnapshotEntry } from "./SnapshotEntry.tsx";
import { dayInWords } from "./snapshotWords.ts";
import { timelineOf, type Moment, type Shown } from "./timeline.ts";
import { useSnapshots } from "./useSnapshots.ts";
import { VersionEntry } from "./VersionEntry.tsx";

const CompareVersions = lazy(async () => ({ default: (await import("../artifact/CompareVersions.tsx")).CompareVersions }));

const kinds = [
  { value: "all", word: "All" },
  { value: "versions", word: "Versions" },
  { value: "snapshots", word: "Data" },
] as const;

interface Props {
  id: string;
  me: Me;
  artifact: Artifact | undefined;
  /** The version that is on screen, and the snapshot if the page shows one. */
  shown: number | undefined;
  asOf: string | undefined;
  now: number;
  onRestored: () => void;
}

/** How an artifact became what it is, and what its data was: one time line, the newest first. */
export function History({ id, me, artifact, shown, asOf, now, onRestored }: Props) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [kind, setKind] = useState<Shown>("all");
  const [comparing, setComparing] = useState<number>();
  const [span, setSpan] = useState<Span>();
  const versions = useQuery({ queryKey: keys.versions(id), queryFn: () => server.versions(id) });
  const pages = useSnapshots(id);
  const restore = useMutation({
    mutationFn: (version: number) => server.restoreVersion(id, version),
    onSuccess: (_, version) => {
      say(`Version ${version} is back, as the newest version`);
      void queries.invalidateQueries({ queryKey: keys.versions(id) });
      onRestored();
    },
    onError: (error) => say(sentenceOf(error)),
  });
  if (versions.isPending || pages.isPending) return <div className="skeleton panel-wait" aria-busy />;
  if (versions.error !== null) return <Trouble error={versions.error} retry={() => void versions.refetch()} />;
  const may = artifact?.role === "owner" || artifact?.role === "editor";
  const snapshots = pages.data?.pages.flat() ?? [];
  const days = timelineOf(versions.data, snapshots, kind, pages.hasNextPage);
  const [newest, second] = snapshots;
  const entry = (moment: Moment) => {
    if (moment.kind === "version") {
      const { version } = moment;
      return (
        <VersionEntry
          key={`v${version.number}`}
          id={id}
          version={version}
          exact={moment.exact}
          current={version.number === artifact?.version}
          shown={asOf === undefined && version.number === shown}
          onRestore={may && !restore.isPending ? () => restore.mutate(version.number) : undefined}
          onCompare={() => setComparing(version.number)}
        />
      );
    }
    const { snapshot } = moment;
    const before = snapshots[snapshots.indexOf(snapshot) + 1];
    return (
      <SnapshotEntry
        key={snapshot.id}
        id={id}
        snapshot={snapshot}
        exact={moment.exact}
        shown={snapshot.id === asOf}
        comparable={before !== undefined}
        onCompare={() => before !== undefined && setSpan({ from: before.id, to: snapshot.id })}
      />
    );
  };
  return (
    <div className="stack">
      <div className="row wrap spread">
        <Segments label="What to show" options={kinds} value={kind} onChange={setKind} />
        {newest !== undefined && second !== undefined && (
          <Button icon={<Diff size={16} />} onClick={() => setSpan({ from: "seen", to: newest.id })}>
            What changed since I last looked
          </Button>
        )}
      </div>
      {pages.error !== null && <div className="notice failing">{sentenceOf(pages.error)}</div>}
      {kind === "snapshots" && snapshots.length === 0 && <p className="muted">No data has been kept yet. Each scheduled refresh is kept here, so that you can open the page as it was then.</p>}
      {days.map(({ start, moments }) => (
        <section key={start} className="stack snug">
          <h3>{dayInWords(start, now)}</h3>
          <ol className="box lines">{moments.map(entry)}</ol>
        </section>
      ))}
      {pages.hasNextPage && kind !== "versions" && (
        <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Older
        </Button>
      )}
      <Suspense>
        {comparing !== undefined && artifact !== undefined && (
          <CompareVersions id={id} me={me} from={comparing} to={artifact.version} onClose={() => setComparing(undefined)} />
        )}
      </Suspense>
      {span !== undefined && <ChangesDialog id={id} span={span} snapshots={snapshots} now={now} mayChoose={may} onSpan={setSpan} onClose={() => setSpan(undefined)} />}
    </div>
  );
}
