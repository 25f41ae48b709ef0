import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "wouter";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { asOfIn, versionIn } from "./earlyTicket.ts";
import { OpenArtifact } from "./OpenArtifact.tsx";

/** `/a/{id}`: opens as soon as it is known who is looking; what is known of the artifact follows. */
export function ArtifactScreen({ id }: { id: string }) {
  const [params] = useSearchParams();
  const version = versionIn(params);
  const asOf = asOfIn(params);
  const me = useMe();
  const artifact = useQuery({ queryKey: keys.artifact(id), queryFn: () => server.artifact(id), refetchOnWindowFocus: false });
  const error = me.data === undefined ? me.error : artifact.data === undefined ? artifact.error : null;
  if (error !== null) {
    const retry = () => void (me.data === undefined ? me.refetch() : artifact.refetch());
    return (
      <Shell title="Artifact">
        <Trouble heading="h1" error={error} what="this artifact" retry={retry} />
      </Shell>
    );
  }
  if (me.data === undefined) return <div className="artifact" aria-busy />;
  return <OpenArtifact key={asOf ?? version ?? "current"} id={id} me={me.data} artifact={artifact.data} version={version} asOf={asOf} />;
}
