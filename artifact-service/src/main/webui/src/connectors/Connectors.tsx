import { useQuery } from "@tanstack/react-query";
import { Plug, Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { server } from "../api/server.ts";
import type { Connector } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { agoOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Mark } from "../ui/Mark.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { State } from "../ui/State.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { AddConnector } from "./AddConnector.tsx";
import { connectorStates, whoMayUse } from "./connectorWords.ts";

function ConnectorLine({ connector, workspace, now }: { connector: Connector; workspace: string; now: number }) {
  const { look, word } = connectorStates[connector.state];
  return (
    <li className="connector-line">
      <Mark name={connector.name} large />
      <div className="grow">
        <h2 className="cut">
          <Link href={`/connectors/${connector.id}`} className="card-link">
            {connector.name}
          </Link>
        </h2>
        <p className="muted tiny cut">{whoMayUse(connector, workspace)}</p>
      </div>
      <div className="connector-state">
        <State look={look}>{word}</State>
        <div className="muted tiny">{connector.lastSuccessAt == null ? "Not used yet" : `Last answer ${agoOf(Date.parse(connector.lastSuccessAt), now)}`}</div>
      </div>
    </li>
  );
}

/** The systems that pages can ask. */
export function Connectors() {
  const [query, setQuery] = useState("");
  const [adding, setAdding] = useState(false);
  const now = useNow(30_000);
  const { data: me } = useMe();
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  const wanted = query.trim().toLowerCase();
  const found = connectors.data?.filter(({ name, endpoint }) => `${name} ${endpoint}`.toLowerCase().includes(wanted));
  const add = (
    <Button look="primary" icon={<Plus size={16} />} onClick={() => setAdding(true)}>
      Add a connector
    </Button>
  );
  return (
    <Shell title="Connectors" search={<SearchField label="Search connectors" value={query} onChange={setQuery} />}>
      <div className="narrow stack">
        <div className="row spread">
          <h1>Connectors</h1>
          {connectors.data !== undefined && connectors.data.length > 0 && add}
        </div>
        {connectors.isPending && <div className="skeleton list-wait" aria-busy />}
        {connectors.error !== null && connectors.data === undefined && <Trouble error={connectors.error} retry={() => void connectors.refetch()} />}
        {found?.length === 0 && wanted === "" && (
          <Empty icon={<Plug size={24} />} title="No system is connected yet" action={add}>
            Connect a CRM, an ERP or any other system that speaks MCP. You need its address, and a way to sign in.
          </Empty>
        )}
        {found?.length === 0 && wanted !== "" && (
          <Empty icon={<Plug size={24} />} title={`No connector fits “${query}”`} action={<Button onClick={() => setQuery("")}>Clear the search</Button>} />
        )}
        {found !== undefined && found.length > 0 && (
          <ul className="box lines">
            {found.map((connector) => (
              <ConnectorLine key={connector.id} connector={connector} workspace={me?.workspace ?? "your workspace"} now={now} />
            ))}
          </ul>
        )}
      </div>
      {adding && <AddConnector onClose={() => setAdding(false)} />}
    </Shell>
  );
}
