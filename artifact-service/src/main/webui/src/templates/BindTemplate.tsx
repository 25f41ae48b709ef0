import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { specIn } from "../fromdata/html.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { BindSources } from "./BindSources.tsx";
import { BindSpec } from "./BindSpec.tsx";
import { sourcesIn } from "./sources.ts";
import type { TemplatePage } from "./sources.ts";

function Bind({ template }: { template: TemplatePage }) {
  const spec = useMemo(() => specIn(template.html), [template.html]);
  const sources = useMemo(() => sourcesIn(template.html), [template.html]);
  if (spec !== undefined) return <BindSpec template={spec} />;
  if (sources !== undefined) return <BindSources template={template} sources={sources} />;
  return <p className="muted">This template needs no data and is used as it is, from the list of templates.</p>;
}

/** `/new/template/{name}`: a template bound to systems of one's own, field by field. */
export function BindTemplate({ name }: { name: string }) {
  const template = useQuery({ queryKey: [...keys.templates, name], queryFn: () => server.template(name), staleTime: Infinity });
  return (
    <Shell title={template.data?.title ?? "Template"}>
      <div className="stack">
        <h1>{template.data?.title ?? "Template"}</h1>
        {template.error !== null && <Trouble error={template.error} what="this template" retry={() => void template.refetch()} />}
        {template.isPending && <p className="muted">Opening the template…</p>}
        {template.data !== undefined && <Bind template={template.data} />}
      </div>
    </Shell>
  );
}
