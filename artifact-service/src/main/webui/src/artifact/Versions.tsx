import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { GitCompareArrows, RotateCcw } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Link } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Artifact, Me, Version } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { agoOf } from "../host/ages.ts";
import { inWords, splitName } from "../host/names.ts";
import { Button } from "../ui/Button.tsx";
import { useToaster } from "../ui/toaster.ts";
import { Trouble } from "../ui/Trouble.tsx";

const CompareVersions = lazy(async () => ({ default: (await import("./CompareVersions.tsx")).CompareVersions }));

function tools(names: readonly string[]): string {
  return names.map((name) => inWords(splitName(name).tool)).join(", ");
}

function ToolChange({ version: { added = [], removed = [], number } }: { version: Version }) {
  if (number === 1 || added.length + removed.length === 0) return null;
  const parts = [
    ...(added.length > 0 ? [`also asks for: ${tools(added)}`] : []),
    ...(removed.length > 0 ? [`no longer asks for: ${tools(removed)}`] : []),
  ];
  return <div className="tiny version-tools">{parts.join(" · ")}</div>;
}

interface Props {
  id: string;
  me: Me;
  artifact: Artifact | undefined;
  /** The version that is on screen. */
  shown: number | undefined;
  now: number;
  onRestored: () => void;
}

/** The versions of an artifact, the newest first: who made each, and why. */
export function Versions({ id, me, artifact, shown, now, onRestored }: Props) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [comparing, setComparing] = useState<number>();
  const versions = useQuery({ queryKey: keys.versions(id), queryFn: () => server.versions(id) });
  const restore = useMutation({
    mutationFn: (version: number) => server.restoreVersion(id, version),
    onSuccess: (_, version) => {
      say(`Version ${version} is back, as the newest version`);
      void queries.invalidateQueries({ queryKey: keys.versions(id) });
      onRestored();
    },
    onError: (error) => say(sentenceOf(error)),
  });
  if (versions.isPending) return <div className="skeleton panel-wait" aria-busy />;
  if (versions.error !== null) return <Trouble error={versions.error} retry={() => void versions.refetch()} />;
  const may = artifact?.role === "owner" || artifact?.role === "editor";
  return (
    <>
      <ol className="box lines">
        {versions.data.map((version) => (
          <li key={version.number} className="version" aria-current={version.number === shown ? "true" : undefined}>
            <div className="grow">
              <div className="strong">{version.summary ?? `Version ${version.number}`}</div>
              <div className="muted tiny">
                Version {version.number} · {version.author?.name ?? ""} {agoOf(Date.parse(version.createdAt), now)}
              </div>
              <ToolChange version={version} />
            </div>
            {version.number === artifact?.version ? (
              <span className="badge">Current</span>
            ) : (
              <div className="row wrap version-acts">
                <Link className="button" href={`/a/${id}?version=${version.number}`} aria-label={`Open version ${version.number}`}>
                  Open
                </Link>
                <Button icon={<GitCompareArrows size={16} />} aria-label={`Compare version ${version.number} with the current one`} title="Compare with the current one" onClick={() => setComparing(version.number)} />
                {may && (
                  <Button icon={<RotateCcw size={16} />} disabled={restore.isPending} aria-label={`Restore version ${version.number}`} title="Make it the current one" onClick={() => restore.mutate(version.number)} />
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      <Suspense>
        {comparing !== undefined && artifact !== undefined && (
          <CompareVersions id={id} me={me} from={comparing} to={artifact.version} onClose={() => setComparing(undefined)} />
        )}
      </Suspense>
    </>
  );
}
