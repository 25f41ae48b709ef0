import "../styles/connectors.css";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import { server } from "../api/server.ts";
import type { Connector } from "./types.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { ButtonLink } from "../ui/Button.tsx";
import { Mark } from "../ui/Mark.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { About } from "./About.tsx";
import { kindOf, mayManage, whoMayUse } from "./connectorWords.ts";
import { DangerZone } from "./DangerZone.tsx";
import { ApiDocumentCard } from "./source/ApiDocumentCard.tsx";
import { DatabaseCard } from "./source/DatabaseCard.tsx";
import { SpreadsheetCard } from "./source/SpreadsheetCard.tsx";
import { SignInCard } from "./signin/SignInCard.tsx";
import { PolicyDefaultsCard } from "./tools/PolicyDefaultsCard.tsx";
import { Tools } from "./tools/Tools.tsx";
import { UsedBy } from "./UsedBy.tsx";
import { useSignInNews } from "./useSignInNews.ts";

function Details({ connector }: { connector: Connector }) {
  const { data: me } = useMe();
  const now = useNow(30_000);
  const workspace = me?.workspace ?? "your workspace";
  const mayChange = mayManage(connector, me);
  return (
    <>
      <div className="row connector-title">
        <Mark name={connector.name} large />
        <div className="grow">
          <h1 className="wrap-text">{connector.name}</h1>
          <p className="muted tiny">
            {kindOf(connector)} · {whoMayUse(connector, workspace)}
          </p>
        </div>
      </div>
      <div className="connector-columns">
        <div className="connector-first">
          <SignInCard connector={connector} mayChange={mayChange} workspace={workspace} now={now} />
        </div>
        <div className="connector-main">
          <Tools connector={connector} mayChange={mayChange} now={now} />
        </div>
        <div className="connector-rest stack">
          <UsedBy connectorId={connector.id} />
          <PolicyDefaultsCard connectorId={connector.id} mayChange={mayChange} />
          {mayChange && connector.kind === "spreadsheet" && <SpreadsheetCard connector={connector} />}
          {mayChange && connector.kind === "openapi" && <ApiDocumentCard connector={connector} now={now} />}
          {mayChange && connector.kind === "sql" && <DatabaseCard connector={connector} />}
          <About connector={connector} workspace={workspace} now={now} />
          {mayChange && <DangerZone connector={connector} />}
        </div>
      </div>
    </>
  );
}

/** One connected system: how it stands, what it offers and who may use that, and a way to try it. */
export function ConnectorScreen({ id }: { id: string }) {
  const connector = useQuery({ queryKey: keys.connector(id), queryFn: () => server.connector(id) });
  useSignInNews();
  return (
    <Shell title={connector.data?.name ?? "Connector"}>
      <div className="stack">
        <div>
          <ButtonLink look="quiet" href="/connectors" icon={<ChevronLeft size={16} />} className="back">
            Connectors
          </ButtonLink>
        </div>
        {connector.isPending && <Skeleton rows={6} />}
        {connector.error !== null && connector.data === undefined && <Trouble heading="h1" error={connector.error} what="this connector" retry={() => void connector.refetch()} />}
        {connector.data !== undefined && <Details connector={connector.data} />}
      </div>
    </Shell>
  );
}
