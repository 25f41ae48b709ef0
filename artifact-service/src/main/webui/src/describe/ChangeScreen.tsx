import { useQuery } from "@tanstack/react-query";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { Empty } from "../ui/Empty.tsx";
import { ButtonLink } from "../ui/Button.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { LockKeyhole } from "lucide-react";
import { ChangeArtifact } from "./ChangeArtifact.tsx";

/** `/a/{id}/change`: an artifact is changed in plain words. */
export function ChangeScreen({ id }: { id: string }) {
  const me = useMe();
  const artifact = useQuery({ queryKey: keys.artifact(id), queryFn: () => server.artifact(id), refetchOnWindowFocus: false });
  const error = me.error ?? artifact.error;
  if (error !== null) {
    return (
      <Shell title="Change">
        <Trouble heading="h1" error={error} what="this artifact" retry={() => void artifact.refetch()} />
      </Shell>
    );
  }
  if (me.data === undefined || artifact.data === undefined) {
    return (
      <Shell title="Change">
        <div className="skeleton workshop-skeleton" aria-label="Loading" aria-busy />
      </Shell>
    );
  }
  if (artifact.data.role === "viewer") {
    const back = (
      <ButtonLink look="primary" href={`/a/${id}`}>
        Open it
      </ButtonLink>
    );
    return (
      <Shell title="Change">
        <Empty heading="h1" icon={<LockKeyhole size={24} />} title="You can look at this page, not change it" action={back}>
          {artifact.data.owner.name} can let you.
        </Empty>
      </Shell>
    );
  }
  return <ChangeArtifact me={me.data} artifact={artifact.data} />;
}
