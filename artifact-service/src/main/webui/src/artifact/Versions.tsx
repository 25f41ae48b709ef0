import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Artifact } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { agoOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { useToaster } from "../ui/toaster.ts";
import { Trouble } from "../ui/Trouble.tsx";

/** The versions of an artifact, the newest first. */
export function Versions({ id, artifact, now, onRestored }: { id: string; artifact: Artifact | undefined; now: number; onRestored: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
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
    <ol className="box lines">
      {versions.data.map((version) => (
        <li key={version.number} className="version">
          <div className="grow">
            <div className="strong">{version.summary ?? `Version ${version.number}`}</div>
            <div className="muted tiny">
              Version {version.number} · {version.author?.name ?? ""} {agoOf(Date.parse(version.createdAt), now)}
            </div>
          </div>
          {version.number === artifact?.version ? (
            <span className="badge">Current</span>
          ) : (
            may && (
              <Button disabled={restore.isPending} aria-label={`Restore version ${version.number}`} onClick={() => restore.mutate(version.number)}>
                Restore
              </Button>
            )
          )}
        </li>
      ))}
    </ol>
  );
}
