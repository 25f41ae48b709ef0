import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, Trash2, Wrench } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { server } from "../api/server.ts";
import type { Connector } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { agoOf, momentOf } from "../host/ages.ts";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Mark } from "../ui/Mark.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { State } from "../ui/State.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { connectorStates, signIns, whoMayUse } from "./connectorWords.ts";
import { DeleteConnector } from "./DeleteConnector.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { ToolRow } from "./ToolRow.tsx";

function Facts({ connector, workspace, now }: { connector: Connector; workspace: string; now: number }) {
  const { look, word } = connectorStates[connector.state];
  const since = connector.stateSince == null || connector.state === "connected" ? "" : ` since ${momentOf(Date.parse(connector.stateSince), now)}`;
  return (
    <dl className="facts box padded">
      <dt>State</dt>
      <dd>
        <State look={look}>
          {word}
          {since}
        </State>
        {connector.stateReason != null && connector.stateReason !== "" && <div className="muted tiny">{connector.stateReason}</div>}
      </dd>
      <dt>Last answer</dt>
      <dd>{connector.lastSuccessAt == null ? "None yet" : agoOf(Date.parse(connector.lastSuccessAt), now)}</dd>
      <dt>Who may use it</dt>
      <dd>{whoMayUse(connector, workspace)}</dd>
      <dt>Sign-in</dt>
      <dd>{signIns[connector.signIn]}</dd>
      <dt>Address</dt>
      <dd className="wrap-text">{connector.endpoint}</dd>
    </dl>
  );
}

function Tools({ connector }: { connector: Connector }) {
  const [query, setQuery] = useState("");
  const tools = useQuery({ queryKey: keys.tools(connector.id), queryFn: () => server.tools(connector.id), retry: false });
  if (tools.isPending) return <div className="skeleton list-wait" aria-busy />;
  if (tools.error !== null) return <Trouble error={tools.error} retry={() => void tools.refetch()} />;
  const wanted = query.trim().toLowerCase();
  const found = tools.data.filter(({ name, title, description }) => `${name} ${title ?? ""} ${description ?? ""}`.toLowerCase().includes(wanted));
  return (
    <section className="stack snug">
      <div className="row spread wrap">
        <h2>{tools.data.length === 1 ? "1 tool" : `${tools.data.length} tools`}</h2>
        {tools.data.length > 8 && (
          <div className="tool-search">
            <SearchField label="Search tools" value={query} onChange={setQuery} />
          </div>
        )}
      </div>
      {tools.data.length === 0 ? (
        <Empty icon={<Wrench size={24} />} title="This system offers no tools">
          Its administrator decides what it offers.
        </Empty>
      ) : (
        <ul className="box lines">
          {found.map((tool) => (
            <ToolRow key={tool.name} connectorId={connector.id} tool={tool} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One connected system: how it stands, what it offers, and a way to try it. */
export function ConnectorScreen({ id }: { id: string }) {
  const [, go] = useLocation();
  const [deleting, setDeleting] = useState(false);
  const { data: me } = useMe();
  const now = useNow(30_000);
  const connector = useQuery({ queryKey: keys.connector(id), queryFn: () => server.connector(id) });
  return (
    <Shell title={connector.data?.name ?? "Connector"}>
      <div className="narrow stack">
        <div>
          <ButtonLink look="quiet" href="/connectors" icon={<ChevronLeft size={16} />} className="back">
            Connectors
          </ButtonLink>
        </div>
        {connector.isPending && <div className="skeleton list-wait" aria-busy />}
        {connector.error !== null && connector.data === undefined && (
          <Trouble heading="h1" error={connector.error} what="this connector" retry={() => void connector.refetch()} />
        )}
        {connector.data !== undefined && (
          <>
            <div className="row">
              <Mark name={connector.data.name} large />
              <h1 className="cut grow">{connector.data.name}</h1>
            </div>
            {connector.data.state === "needs_sign_in" && <SignInForm connector={connector.data} />}
            <Facts connector={connector.data} workspace={me?.workspace ?? "your workspace"} now={now} />
            <Tools connector={connector.data} />
            {connector.data.mine && (
              <section className="row spread wrap box padded">
                <div className="grow">
                  <h2>Disconnect</h2>
                  <p className="muted">Pages that ask this system get no data from it any more.</p>
                </div>
                <Button look="danger" icon={<Trash2 size={16} />} onClick={() => setDeleting(true)}>
                  Delete…
                </Button>
              </section>
            )}
            {deleting && <DeleteConnector connector={connector.data} onClose={() => setDeleting(false)} onDeleted={() => go("/connectors")} />}
          </>
        )}
      </div>
    </Shell>
  );
}
