import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { Link } from "wouter";
import { server } from "../api/server.ts";
import type { PageNeeds } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { inWords } from "../host/names.ts";
import { Mark } from "../ui/Mark.tsx";
import { askedOf, choiceList, missing, type Asked } from "./mapping.ts";

interface Props {
  needs: PageNeeds;
  /** True while it is not known yet which connectors have what the page wants. */
  looking: boolean;
  chosen: ReadonlyMap<string, string | undefined>;
  onChoose: (server: string, connectorId: string | undefined) => void;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

function sourceName(name: string): string {
  if (name === "") return "A source without a name";
  return uuid.test(name) ? `A source that it knows as ${name.slice(0, 8)}…` : inWords(name);
}

interface PrefixProps {
  asked: Asked;
  looking: boolean;
  connectorId: string | undefined;
  onChoose: (id: string | undefined) => void;
}

function Prefix({ asked, looking, connectorId, onChoose }: PrefixProps) {
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  const list = choiceList(asked, connectors.data ?? []);
  const lacking = missing(asked, connectorId);
  const name = sourceName(asked.server);
  return (
    <li className="stack snug prefix">
      <div className="row">
        <Mark name={list.find(({ id }) => id === connectorId)?.name ?? (asked.server || "?")} />
        <span className="strong grow cut">{name}</span>
      </div>
      <select className="input" aria-label={`Connector for ${name}`} value={connectorId ?? ""} onChange={(event) => onChoose(event.target.value === "" ? undefined : event.target.value)}>
        <option value="">{looking ? "Looking at your connectors…" : "No connector yet"}</option>
        {list.map(({ id, name: connector, note }) => (
          <option key={id} value={id}>
            {note === "" ? connector : `${connector}, ${note}`}
          </option>
        ))}
      </select>
      <ul className="prefix-tools">
        {asked.tools.map((tool) => (
          <li key={tool.name} className="tiny">
            {inWords(tool.tool === "" ? tool.name : tool.tool)}
            {tool.flagged != null && <span className="version-tools"> · {tool.flagged}</span>}
            {tool.flagged == null && connectorId !== undefined && lacking.includes(tool) && <span className="version-tools"> · this connector does not have it</span>}
          </li>
        ))}
      </ul>
      {connectorId === undefined && !looking && asked.tools.some(({ flagged }) => flagged == null) && (
        <p className="row tiny missing">
          <CircleAlert size={14} aria-hidden />
          <span>
            These parts of the page stay empty until a connector has them. <Link href="/connectors/new">Add a connector</Link>
          </span>
        </p>
      )}
    </li>
  );
}

function LeftOut({ needs: { leftOut } }: { needs: PageNeeds }) {
  if (leftOut.length === 0) return null;
  return (
    <details className="stack snug">
      <summary>{leftOut.length === 1 ? "One thing from elsewhere is left out" : `${leftOut.length} things from elsewhere are left out`}</summary>
      <ul className="prefix-tools">
        {leftOut.map(({ kind, url }) => (
          <li key={`${kind} ${url}`} className="tiny cut">
            {url}
          </li>
        ))}
      </ul>
      <p className="muted tiny">Pages load nothing from outside. Most work without it; where one does not, it says so.</p>
    </details>
  );
}

/** What a page would need here, said before it is saved: which connector each of its sources means, and what will be missing. */
export function Needs({ needs, looking, chosen, onChoose }: Props) {
  const asked = askedOf(needs);
  return (
    <section className="stack snug">
      <h2>What this page asks for</h2>
      {asked.length === 0 ? (
        <p className="muted">It asks for no tools: it works without any source.</p>
      ) : (
        <>
          <ul className="box lines">
            {asked.map((one) => (
              <Prefix
                key={one.server}
                asked={one}
                looking={looking}
                connectorId={chosen.has(one.server) ? chosen.get(one.server) : one.guess}
                onChoose={(id) => onChoose(one.server, id)}
              />
            ))}
          </ul>
          <p className="muted tiny">It gets none of them yet. After saving you decide, tool by tool.</p>
        </>
      )}
      <LeftOut needs={needs} />
    </section>
  );
}
