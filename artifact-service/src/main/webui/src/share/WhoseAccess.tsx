import { useQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Skeleton } from "../ui/Skeleton.tsx";
import { ButtonLink } from "../ui/Button.tsx";
import { SourceLine } from "./SourceLine.tsx";
import { useSources } from "./useSources.ts";

/** Whose access the page is read with, source by source, and a look at what a viewer sees. */
export function WhoseAccess({ id }: { id: string }) {
  const { sources, set } = useSources(id);
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  const alone = new Set(connectors.data?.flatMap((connector) => (connector.scope === "personal" ? [connector.id] : [])));
  if (sources.isPending) return <Skeleton rows={2} />;
  if (sources.error !== null && sources.data === undefined) return <div className="notice old">{sentenceOf(sources.error)}</div>;
  return (
    <section className="stack snug" aria-label="Whose access">
      <h3>Whose access</h3>
      {sources.data.length === 0 ? (
        <p className="muted">This page reads no source: everyone sees the same.</p>
      ) : (
        <ul className="box lines">
          {sources.data.map((source) => {
            const own = set.variables?.connectorId === source.connectorId;
            return (
              <SourceLine
                key={source.connectorId}
                source={source}
                alone={alone.has(source.connectorId)}
                busy={own && set.isPending}
                error={own ? set.error : null}
                onSet={(choice) => set.mutate({ connectorId: source.connectorId, choice })}
              />
            );
          })}
        </ul>
      )}
      <div>
        <ButtonLink href={`/a/${id}?as=viewer`} icon={<Eye size={16} />}>
          See it as a viewer does
        </ButtonLink>
      </div>
    </section>
  );
}
