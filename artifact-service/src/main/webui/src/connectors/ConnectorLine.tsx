import { Link } from "wouter";
import type { Connector } from "./types.ts";
import { agoOf } from "../host/ages.ts";
import { Mark } from "../ui/Mark.tsx";
import { State } from "../ui/State.tsx";
import { connectorStates, kindOf, troubleOf, whoMayUse } from "./connectorWords.ts";

/** One connector in the list: what it is, how it stands, what was wrong last. */
export function ConnectorLine({ connector, workspace, now }: { connector: Connector; workspace: string; now: number }) {
  const { look, word } = connectorStates[connector.state];
  const trouble = troubleOf(connector);
  return (
    <li className="connector-line">
      <Mark name={connector.name} large />
      <div className="grow">
        <h2 className="cut">
          <Link href={`/connectors/${connector.id}`} className="card-link">
            {connector.name}
          </Link>
        </h2>
        <p className="muted tiny cut">
          {kindOf(connector)} · {whoMayUse(connector, workspace)}
        </p>
        {trouble !== undefined && <p className="tiny connector-trouble">{trouble}</p>}
      </div>
      <div className="connector-state">
        <State look={look}>{word}</State>
        <div className="muted tiny">{connector.lastSuccessAt == null ? "Not used yet" : `Last answer ${agoOf(Date.parse(connector.lastSuccessAt), now)}`}</div>
      </div>
    </li>
  );
}
