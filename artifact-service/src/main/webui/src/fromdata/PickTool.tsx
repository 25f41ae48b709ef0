import { useQuery } from "@tanstack/react-query";
import { Plug } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Connector, ConnectorTool } from "../connectors/types.ts";
import { server } from "../api/server.ts";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { ArgumentForm } from "../connectors/probe/ArgumentForm.tsx";
import { useProbe } from "../connectors/probe/useProbe.ts";
import { inWords } from "../host/names.ts";
import type { JsonObject } from "../../protocol.ts";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Elapsed } from "../ui/Elapsed.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Field } from "../ui/Field.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { failureOf, isGood, usable, type Picked } from "./picked.ts";
import { wholeSchema } from "./wholeSchema.ts";

interface Props {
  act: string;
  /** The tool that is offered first. */
  wanted?: { connector: string; tool: string };
  onPicked: (picked: Picked) => void;
}

function AskTool({ connector, tool, act, onPicked }: { connector: Connector; tool: ConnectorTool; act: string; onPicked: (picked: Picked) => void }) {
  const probe = useProbe(connector.id, tool.name);
  const ask = (args: JsonObject) => probe.mutate(args, { onSuccess: (finding) => isGood(finding) && onPicked({ connector, tool, arguments: args, finding }) });
  const complaint = probe.error !== null ? sentenceOf(probe.error) : probe.data !== undefined && !isGood(probe.data) ? failureOf(probe.data) : undefined;
  return (
    <div className="stack">
      {tool.description != null && <p className="muted">{tool.description}</p>}
      <ArgumentForm inputSchema={wholeSchema(tool.inputSchema)} act={act} busy={probe.isPending} onAsk={ask}>
        {probe.isPending && (
          <>
            <Button onClick={probe.cancel}>Cancel</Button>
            <span className="muted numbers">
              <Elapsed />
            </span>
          </>
        )}
      </ArgumentForm>
      {complaint !== undefined && (
        <div className="notice failing" role="alert">
          {complaint}
        </div>
      )}
    </div>
  );
}

function PickOne({ connectors, act, wanted, onPicked }: Props & { connectors: readonly Connector[] }) {
  const first = connectors.find(({ name }) => name === wanted?.connector)?.id ?? connectors.find(({ state }) => state === "connected")?.id ?? "";
  const [connectorId, setConnectorId] = useState(first);
  const [toolName, setToolName] = useState<string>();
  const connector = connectors.find(({ id }) => id === connectorId);
  const tools = useQuery({ queryKey: keys.tools(connectorId), queryFn: () => server.tools(connectorId), enabled: connectorId !== "" });
  const reading = (tools.data ?? []).filter(usable);
  const likeliest = reading.find(({ name }) => name === (wanted?.tool ?? "read_rows")) ?? reading[0];
  const tool = reading.find(({ name }) => name === toolName) ?? likeliest;
  return (
    <div className="stack pick">
      <div className="pick-choices">
        <Field label="Connector">
          {(control) => (
            <select
              {...control}
              className="input"
              value={connectorId}
              onChange={(event) => {
                setConnectorId(event.target.value);
                setToolName(undefined);
              }}
            >
              {connectors.map(({ id, name, state }) => (
                <option key={id} value={id}>
                  {state === "needs_sign_in" ? `${name} (sign in first)` : name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="What to read" hint={tools.isPending ? "Looking at what it offers…" : undefined} complaint={tools.error === null ? undefined : sentenceOf(tools.error)}>
          {(control) => (
            <select {...control} className="input" disabled={reading.length === 0} value={tool?.name ?? ""} onChange={(event) => setToolName(event.target.value)}>
              {reading.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title == null || title === "" ? inWords(name) : title}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {tools.data !== undefined && reading.length === 0 && <p className="muted">This connector offers nothing that only reads. Choose another one, or ask an administrator to mark its reading tools.</p>}
      {connector !== undefined && tool !== undefined && <AskTool key={`${connector.id} ${tool.name}`} connector={connector} tool={tool} act={act} onPicked={onPicked} />}
    </div>
  );
}

/** Connector, tool, arguments; then the tool is called once, to see what it gives. */
export function PickTool(props: Props): ReactNode {
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  if (connectors.isPending) return <p className="muted">Looking at your connectors…</p>;
  if (connectors.error !== null) return <Trouble error={connectors.error} retry={() => void connectors.refetch()} />;
  if (connectors.data.length === 0) {
    return (
      <Empty
        icon={<Plug size={24} />}
        title="There is no connector yet"
        action={
          <ButtonLink look="primary" href="/connectors/new">
            Add a connector
          </ButtonLink>
        }
      >
        Connect a system, or upload a spreadsheet; its data becomes a page here.
      </Empty>
    );
  }
  return <PickOne {...props} connectors={connectors.data} />;
}
