import type { Connector } from "./types.ts";
import { agoOf } from "../host/ages.ts";
import { kindOf, signIns, whoMayUse } from "./connectorWords.ts";

/** The few facts about a connector. */
export function About({ connector, workspace, now }: { connector: Connector; workspace: string; now: number }) {
  const rows: [string, string | undefined][] = [
    ["Kind", kindOf(connector)],
    ["Who may use it", whoMayUse(connector, workspace)],
    ["Way to sign in", connector.kind === "sql" ? "Password" : signIns[connector.signIn]],
    ["Signs in at", connector.authorization?.issuer],
    ["Last answer", connector.lastSuccessAt == null ? "None yet" : agoOf(Date.parse(connector.lastSuccessAt), now)],
    ["Address", (connector.kind ?? "mcp") === "mcp" ? connector.endpoint : undefined],
    ["Protocol", connector.protocolVersion == null ? undefined : `MCP ${connector.protocolVersion}`],
  ];
  return (
    <section className="box padded stack snug" aria-label="About">
      <h2>About</h2>
      <dl className="connector-facts">
        {rows.map(
          ([what, value]) =>
            value !== undefined && (
              <div key={what}>
                <dt>{what}</dt>
                <dd className="wrap-text">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
