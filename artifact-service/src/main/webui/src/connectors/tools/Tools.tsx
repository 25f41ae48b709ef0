import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCw, Wrench } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { Connector, ConnectorTool } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useToaster } from "../../ui/toaster.ts";
import { ToolRow } from "./ToolRow.tsx";

const mostAtOnce = 100;
const searchFrom = 8;

function fits({ name, title, description }: ConnectorTool, wanted: string): boolean {
  return `${name} ${title ?? ""} ${description ?? ""}`.toLowerCase().includes(wanted);
}

/** What a connector offers, and what pages may do with it. */
export function Tools({ connector, mayChange, now }: { connector: Connector; mayChange: boolean; now: number }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [query, setQuery] = useState("");
  const [most, setMost] = useState(mostAtOnce);
  const tools = useQuery({ queryKey: keys.tools(connector.id), queryFn: () => server.tools(connector.id), retry: false });
  const look = useMutation({
    mutationFn: () => server.tools(connector.id, true),
    onSuccess: (list) => {
      queries.setQueryData(keys.tools(connector.id), list);
      say(list.length === 1 ? "One tool is offered now" : `${list.length} tools are offered now`);
    },
    onError: (error) => say(sentenceOf(error)),
  });
  const wanted = query.trim().toLowerCase();
  const found = tools.data?.filter((tool) => fits(tool, wanted)) ?? [];
  // What changed comes first: it is what somebody has to look at.
  const shown = [...found.filter(({ changed }) => changed != null), ...found.filter(({ changed }) => changed == null)].slice(0, most);
  return (
    <section className="stack snug" aria-label="Tools">
      <div className="row spread">
        <h2>Tools{tools.data === undefined ? "" : <span className="muted count">{tools.data.length}</span>}</h2>
        <Button look="quiet" icon={<RotateCw size={16} className={look.isPending ? "spin" : undefined} />} disabled={look.isPending || tools.isPending} onClick={() => look.mutate()}>
          Look again
        </Button>
      </div>
      {tools.data !== undefined && tools.data.length > searchFrom && <SearchField label="Search tools" value={query} onChange={setQuery} />}
      {tools.isPending && <Skeleton rows={4} />}
      {tools.error !== null && tools.data === undefined && <Trouble error={tools.error} what="the list of tools" retry={() => void tools.refetch()} />}
      {tools.data?.length === 0 && (
        <Empty icon={<Wrench size={24} />} title="This system offers no tools">
          Its administrator decides what it offers. Look again when that has changed.
        </Empty>
      )}
      {tools.data !== undefined && tools.data.length > 0 && found.length === 0 && (
        <Empty icon={<Wrench size={24} />} title={`No tool fits “${query}”`} action={<Button onClick={() => setQuery("")}>Clear the search</Button>} />
      )}
      {shown.length > 0 && (
        <ul className="box lines">
          {shown.map((tool) => (
            <ToolRow key={tool.name} connectorId={connector.id} tool={tool} now={now} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {found.length > shown.length && (
        <div>
          <Button onClick={() => setMost(most + mostAtOnce)}>Show more of the {found.length} tools</Button>
        </div>
      )}
    </section>
  );
}
