import "../styles/connectors.css";
import { useQuery } from "@tanstack/react-query";
import { Plug, Plus } from "lucide-react";
import { useState } from "react";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { ConnectorLine } from "./ConnectorLine.tsx";
import { byUrgency, matches } from "./connectorWords.ts";
import { useSignInNews } from "./useSignInNews.ts";

/** The systems that pages can ask. */
export function Connectors() {
  const [query, setQuery] = useState("");
  const now = useNow(30_000);
  const { data: me } = useMe();
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  useSignInNews();
  const wanted = query.trim();
  const found = connectors.data?.filter((connector) => matches(connector, wanted)).sort(byUrgency);
  const add = (
    <ButtonLink look="primary" icon={<Plus size={16} />} href="/connectors/new">
      Add a connector
    </ButtonLink>
  );
  return (
    <Shell title="Connectors" search={<SearchField label="Search connectors" value={query} onChange={setQuery} />}>
      <div className="narrow stack">
        <div className="row spread connectors-head">
          <h1>Connectors</h1>
          {connectors.data !== undefined && connectors.data.length > 0 && add}
        </div>
        {connectors.isPending && <Skeleton rows={4} />}
        {connectors.error !== null && connectors.data === undefined && <Trouble error={connectors.error} retry={() => void connectors.refetch()} />}
        {found?.length === 0 && wanted === "" && (
          <Empty icon={<Plug size={24} />} title="No system is connected yet" action={add}>
            Connect a CRM, an ERP, a spreadsheet or a database. Pages then show what is in it now.
          </Empty>
        )}
        {found?.length === 0 && wanted !== "" && (
          <Empty icon={<Plug size={24} />} title={`No connector fits “${query}”`} action={<Button onClick={() => setQuery("")}>Clear the search</Button>}>
            Or it is not connected yet: add it.
          </Empty>
        )}
        {found !== undefined && found.length > 0 && (
          <ul className="box lines">
            {found.map((connector) => (
              <ConnectorLine key={connector.id} connector={connector} workspace={me?.workspace ?? "your workspace"} now={now} />
            ))}
          </ul>
        )}
      </div>
    </Shell>
  );
}
