import { useQuery } from "@tanstack/react-query";
import { Plug } from "lucide-react";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { whoMayUse } from "../connectors/connectorWords.ts";
import { ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { RowTable } from "./PagedTable.tsx";

/** The connectors, each leading to its tools and their policy. */
export function Policies({ query, workspace }: { query: string; workspace: string }) {
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  if (connectors.isPending) return <div className="skeleton list-wait" aria-busy />;
  if (connectors.data === undefined) return <Trouble error={connectors.error} retry={() => void connectors.refetch()} />;
  const wanted = query.toLowerCase();
  const found = connectors.data.filter(({ name, endpoint }) => `${name} ${endpoint}`.toLowerCase().includes(wanted));
  if (found.length === 0) {
    return (
      <Empty
        icon={<Plug size={24} />}
        title={query === "" ? "There are no connectors yet" : "No connector fits"}
        action={
          <ButtonLink look="primary" href="/connectors/new">
            Add a connector
          </ButtonLink>
        }
      >
        Each connector says which of its tools are allowed, asked about, or blocked.
      </Empty>
    );
  }
  return (
    <RowTable
      label="Connectors and policy"
      rows={found}
      keyOf={({ id }) => id}
      columns={[
        { head: "Connector", cell: ({ name }) => <span className="strong">{name}</span> },
        { head: "Who may use it", cell: (connector) => whoMayUse(connector, workspace) },
        {
          head: "Policy",
          cell: ({ id, name }) => (
            <ButtonLink look="link" href={`/connectors/${id}`} label={`Tools and policy of ${name}`}>
              Tools and policy
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}
