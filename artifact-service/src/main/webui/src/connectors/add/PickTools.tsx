import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useLocation } from "wouter";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { Connector, ConnectorTool } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { inWords } from "../../host/names.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { effectOf } from "../tools/policyWords.ts";

const atOnce = 6;

/** A request for each, a few at a time. */
async function forEach<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce) await Promise.all(items.slice(start, start + atOnce).map(act));
}

function Choice({ tool, picked, onPick }: { tool: ConnectorTool; picked: boolean; onPick: (picked: boolean) => void }) {
  const id = useId();
  const effect = effectOf(tool);
  return (
    <li className="tool-line">
      <Check id={id} checked={picked} onChange={onPick} />
      <label htmlFor={id} className="grow">
        <span className="strong wrap-text">{tool.title ?? inWords(tool.name)}</span>
        <span className="muted tiny cut tool-name">{tool.description ?? tool.name}</span>
      </label>
      <span className={`badge ${effect.look}`} title={effect.title}>
        {effect.word}
      </span>
    </li>
  );
}

/** Which tools pages may ask for. What is not picked is blocked, and can be allowed later. */
export function PickTools({ connector }: { connector: Connector }) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const tools = useQuery({ queryKey: keys.tools(connector.id), queryFn: () => server.tools(connector.id), retry: false });
  const save = useMutation({
    mutationFn: () => forEach([...left], (name) => server.setToolPolicy(connector.id, name, "block")),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.connectors });
      go(`/connectors/${connector.id}`, { replace: true });
    },
  });
  if (tools.isPending) return <Skeleton rows={5} />;
  if (tools.data === undefined) return <Trouble error={tools.error} what="the list of tools" retry={() => void tools.refetch()} />;
  const { data } = tools;
  const writing = data.filter(({ readOnly }) => !readOnly).map(({ name }) => name);
  const pick = (name: string, picked: boolean) => setLeft(picked ? new Set([...left].filter((other) => other !== name)) : new Set([...left, name]));
  return (
    <section className="stack" aria-label="Tools">
      <div className="row spread wrap">
        <p className="grow">
          Pick what pages may ask for. Each page still has to be granted its tools, and tools that write are confirmed at each use.
        </p>
        {writing.length > 0 && <Button onClick={() => setLeft(new Set([...left, ...writing]))}>Only reading</Button>}
      </div>
      <ul className="box lines">
        {data.map((tool) => (
          <Choice key={tool.name} tool={tool} picked={!left.has(tool.name)} onPick={(picked) => pick(tool.name, picked)} />
        ))}
      </ul>
      {save.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(save.error)}
        </div>
      )}
      <div className="row wrap">
        <Button look="primary" disabled={save.isPending} onClick={() => save.mutate()}>
          {save.isPending ? "Saving…" : `Use ${data.length - left.size} of ${data.length} tools`}
        </Button>
        <ButtonLink href={`/connectors/${connector.id}`}>Decide later</ButtonLink>
      </div>
    </section>
  );
}
