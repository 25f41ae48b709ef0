import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { specIn } from "../fromdata/html.ts";
import { useParts } from "../fromdata/useParts.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { RenameForm } from "./RenameForm.tsx";
import { ReshapeForm } from "./ReshapeForm.tsx";

/** `/a/{id}/form`: a page that was drawn from data is shaped again; for any other, its renamed fields are found again. */
export function FormScreen({ id }: { id: string }) {
  const me = useMe();
  const parts = useParts();
  const artifact = useQuery({ queryKey: keys.artifact(id), queryFn: () => server.artifact(id) });
  const version = artifact.data?.version;
  const page = useQuery({ queryKey: [...keys.artifact(id), "source", version], queryFn: () => server.source(id, version ?? 1), enabled: version !== undefined });
  const drift = useQuery({ queryKey: keys.drift(id), queryFn: () => server.drift(id), retry: false });
  const error = artifact.error ?? page.error ?? parts.error ?? me.error;
  const title = artifact.data?.title ?? "Page";
  const ready = me.data !== undefined && artifact.data !== undefined && page.data !== undefined && parts.data !== undefined && !drift.isPending;
  const spec = page.data === undefined ? undefined : specIn(page.data.html);
  return (
    <Shell title={title}>
      <div className="stack">
        <div className="row wrap spread">
          <h1>{title}</h1>
          <span className="row">
            <Link href={`/a/${id}/change${(drift.data ?? []).length > 0 ? "?drift" : ""}`}>Have Claude do it</Link>
            <Link href={`/a/${id}`}>Back to the page</Link>
          </span>
        </div>
        {error !== null && <Trouble error={error} what="this page" retry={() => void artifact.refetch()} />}
        {error === null && !ready && <p className="muted">Opening the page…</p>}
        {ready && artifact.data.role === "viewer" && <p className="muted">Only its owner and editors can change this page. You can make a copy of it and change that.</p>}
        {ready && artifact.data.role !== "viewer" && spec !== undefined && <ReshapeForm me={me.data} artifact={artifact.data} html={page.data.html} spec={spec} parts={parts.data} drift={drift.data ?? []} />}
        {ready && artifact.data.role !== "viewer" && spec === undefined && <RenameForm me={me.data} artifact={artifact.data} html={page.data.html} drift={drift.data ?? []} />}
      </div>
    </Shell>
  );
}
