import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "wouter";
import { Problem } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { FirstOpening } from "../reading/FirstOpening.tsx";
import { NoAccess } from "../reading/NoAccess.tsx";
import { useReading } from "../reading/useReading.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { asOfIn, asViewerIn, versionIn } from "./earlyTicket.ts";
import { OpenArtifact } from "./OpenArtifact.tsx";

/** `/a/{id}`: opens as soon as it is known who is looking; what is known of the artifact follows. */
export function ArtifactScreen({ id }: { id: string }) {
  const [params] = useSearchParams();
  const version = versionIn(params);
  const asOf = asOfIn(params);
  const asViewer = asViewerIn(params);
  const me = useMe();
  const artifact = useQuery({ queryKey: keys.artifact(id), queryFn: () => server.artifact(id), refetchOnWindowFocus: false });
  const { reading, again } = useReading(id, artifact.data !== undefined && artifact.data.role !== "owner" && asOf === undefined && !asViewer);
  const error = me.data === undefined ? me.error : artifact.data === undefined ? artifact.error : null;
  if (error !== null) {
    if (error instanceof Problem && (error.kind === "not-found" || error.kind === "no-access")) return <NoAccess me={me.data} />;
    const retry = () => void (me.data === undefined ? me.refetch() : artifact.refetch());
    return (
      <Shell title="Artifact">
        <Trouble heading="h1" error={error} what="this artifact" retry={retry} />
      </Shell>
    );
  }
  if (me.data === undefined) return <div className="artifact" aria-busy />;
  if (reading?.agreed === false && artifact.data !== undefined) {
    return <FirstOpening id={id} title={artifact.data.title} owner={artifact.data.owner.name} reading={reading} />;
  }
  const key = asViewer ? "viewer" : (asOf ?? version ?? "current");
  return <OpenArtifact key={key} id={id} me={me.data} artifact={artifact.data} version={version} asOf={asOf} asViewer={asViewer} onConsent={again} />;
}
