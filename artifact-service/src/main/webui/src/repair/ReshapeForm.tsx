import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { sentenceOf } from "../api/problem.ts";
import { server, type CallBody } from "../api/server.ts";
import type { Artifact, Drift, Me } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { isChanged, type PageParts } from "../fromdata/html.ts";
import type { PageSpec } from "../fromdata/spec.ts";
import { Reshape } from "./Reshape.tsx";

interface Props {
  me: Me;
  artifact: Artifact;
  html: string;
  spec: PageSpec;
  parts: PageParts;
  drift: readonly Drift[];
}

/** Opens the form of a page that was drawn from data, with the data as it is now. */
export function ReshapeForm({ me, artifact, html, spec, parts, drift }: Props) {
  const { tool, arguments: args } = spec.sources.rows;
  const call = useCallback((body: CallBody, signal?: AbortSignal) => server.call(artifact.id, body, signal), [artifact.id]);
  const data = useQuery({ queryKey: [...keys.artifact(artifact.id), "data", tool], queryFn: () => server.call(artifact.id, { name: tool, args, freshness: "cached" }), staleTime: Infinity });
  if (data.isPending) return <p className="muted">Asking {spec.sources.rows.connector}…</p>;
  const failed = data.error !== null ? sentenceOf(data.error) : (data.data.error?.message ?? undefined);
  return (
    <div className="stack">
      {isChanged(html) && <p className="notice old">This page was changed by hand or by Claude after the form had made it. Saving here draws it anew, and those changes stay in the version before.</p>}
      {failed !== undefined && <p className="notice failing">{`${failed} The form works, but it cannot show what the data has become.`}</p>}
      <Reshape me={me} artifact={artifact} spec={spec} parts={parts} drift={drift} result={data.data?.result} call={call} />
    </div>
  );
}
