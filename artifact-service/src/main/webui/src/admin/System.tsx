import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { agoOf } from "../host/ages.ts";
import { Empty } from "../ui/Empty.tsx";
import { State } from "../ui/State.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { adminServer } from "./adminServer.ts";
import { RowTable } from "./PagedTable.tsx";
import type { SystemView } from "./types.ts";

function Parts({ system }: { system: SystemView }) {
  return (
    <RowTable
      label="Parts"
      rows={system.parts}
      keyOf={({ service, name }) => `${service} ${name}`}
      columns={[
        { head: "Service", cell: ({ service }) => service },
        { head: "Part", cell: ({ name }) => <span className="strong">{name}</span> },
        { head: "State", cell: ({ up }) => <State look={up ? "fresh" : "failing"}>{up ? "There" : "Away"}</State> },
        { head: "It says", cell: ({ details }) => <span className="muted">{details ?? "–"}</span> },
      ]}
    />
  );
}

function Replicas({ system, now }: { system: SystemView; now: number }) {
  return (
    <RowTable
      label="Replicas"
      rows={system.replicas}
      keyOf={({ id }) => id}
      columns={[
        { head: "Replica", cell: ({ id }) => id.slice(0, 8) },
        { head: "Version", cell: ({ version }) => version },
        { head: "State", cell: ({ here }) => <State look={here ? "fresh" : "idle"}>{here ? "Here" : "Gone"}</State> },
        { head: "Since", cell: ({ startedAt }) => agoOf(Date.parse(startedAt), now) },
        { head: "Last heard of", cell: ({ seenAt }) => agoOf(Date.parse(seenAt), now) },
      ]}
    />
  );
}

function Blocked({ now }: { now: number }) {
  const reports = useQuery({ queryKey: ["admin", "policyReports"], queryFn: adminServer.policyReports });
  if (reports.isPending) return <div className="skeleton list-wait" aria-busy />;
  if (reports.data === undefined) return <Trouble error={reports.error} retry={() => void reports.refetch()} />;
  if (reports.data.length === 0) {
    return (
      <Empty icon={<ShieldCheck size={24} />} title="Nothing was blocked in the last 30 days">
        When a page or the web app tries what its content policy forbids, browsers say so here.
      </Empty>
    );
  }
  return (
    <RowTable
      label="Blocked by content policies"
      rows={reports.data}
      keyOf={({ site, directive, blocked }) => `${site} ${directive} ${blocked}`}
      columns={[
        { head: "Where", cell: ({ site }) => (site === "app" ? "The web app" : "A page") },
        { head: "Rule", cell: ({ directive }) => directive },
        { head: "Blocked", cell: ({ blocked }) => blocked },
        { head: "Times", number: true, cell: ({ count }) => count },
        { head: "Last", cell: ({ lastAt }) => agoOf(Date.parse(lastAt), now) },
      ]}
    />
  );
}

/** Versions, replicas, how each part is, and what browsers blocked. */
export function System() {
  const now = useNow(10_000);
  const system = useQuery({ queryKey: ["admin", "system"], queryFn: adminServer.system, refetchInterval: 15_000 });
  if (system.isPending) return <div className="skeleton list-wait" aria-busy />;
  if (system.data === undefined) return <Trouble error={system.error} retry={() => void system.refetch()} />;
  return (
    <div className="stack">
      <h2>Parts</h2>
      <Parts system={system.data} />
      <h2>Replicas of artifact-service</h2>
      <p className="muted">This one has version {system.data.version}.</p>
      <Replicas system={system.data} now={now} />
      <h2>Blocked by content policies</h2>
      <Blocked now={now} />
    </div>
  );
}
