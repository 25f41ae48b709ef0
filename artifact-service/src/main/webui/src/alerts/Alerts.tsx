import { useQuery } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { Shell } from "../app/Shell.tsx";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { alertKeys, alertsServer } from "./alertsServer.ts";
import { AlertLine } from "./AlertLine.tsx";

const everyMs = 20_000;

function List({ query, onClear }: { query: string; onClear: () => void }) {
  const now = useNow(10_000);
  const [params] = useSearchParams();
  const asked = params.get("alert");
  const alerts = useQuery({ queryKey: alertKeys.mine, queryFn: alertsServer.mine, refetchInterval: everyMs });
  if (alerts.isPending) return <div className="skeleton list-wait" aria-busy />;
  if (alerts.data === undefined) return <Trouble error={alerts.error} retry={() => void alerts.refetch()} />;
  const wanted = query.trim().toLowerCase();
  const found = alerts.data.filter(({ name, words, artifactTitle }) => `${name} ${words} ${artifactTitle}`.toLowerCase().includes(wanted));
  if (found.length > 0) {
    return (
      <ul className="box lines">
        {found.map((alert) => (
          <AlertLine key={alert.id} alert={alert} asked={alert.id === asked} now={now} />
        ))}
      </ul>
    );
  }
  if (wanted !== "") {
    return <Empty icon={<BellRing size={24} />} title={`No alert fits “${query}”`} action={<Button onClick={onClear}>Clear the search</Button>} />;
  }
  return (
    <Empty
      icon={<BellRing size={24} />}
      title="You are not told about anything yet"
      action={
        <ButtonLink look="primary" href="/">
          Choose an artifact
        </ButtonLink>
      }
    >
      Open a scheduled artifact and choose Alert me, for example when a sum falls below a number.
    </Empty>
  );
}

/** Everything one wants to be told about. */
export function Alerts() {
  const [query, setQuery] = useState("");
  return (
    <Shell title="Alerts" search={<SearchField label="Search alerts" value={query} onChange={setQuery} />}>
      <div className="narrow stack">
        <h1>Alerts</h1>
        <List query={query} onClear={() => setQuery("")} />
      </div>
    </Shell>
  );
}
