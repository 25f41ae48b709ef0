import { sentenceOf } from "../../api/problem.ts";
import type { ConnectorTool } from "../types.ts";
import { Button } from "../../ui/Button.tsx";
import { Elapsed } from "../../ui/Elapsed.tsx";
import { ArgumentForm } from "./ArgumentForm.tsx";
import { ProbeAnswer } from "./ProbeAnswer.tsx";
import { useProbe } from "./useProbe.ts";

/** Calls a tool once and shows what comes back. */
export function Probe({ connectorId, tool }: { connectorId: string; tool: ConnectorTool }) {
  const probe = useProbe(connectorId, tool.name);
  if (!tool.readOnly) return <p className="muted">This tool changes data, so it is not tried out here.</p>;
  if (tool.policy === "block") return <p className="muted">This tool is blocked, so it cannot be tried out.</p>;
  return (
    <div className="stack">
      <ArgumentForm inputSchema={tool.inputSchema} busy={probe.isPending} onAsk={(args) => probe.mutate(args)}>
        {probe.isPending && (
          <>
            <Button onClick={probe.cancel}>Cancel</Button>
            <span className="muted numbers">
              <Elapsed />
            </span>
          </>
        )}
      </ArgumentForm>
      {probe.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(probe.error)}
        </div>
      )}
      {probe.data !== undefined && <ProbeAnswer finding={probe.data} tool={tool.name} />}
    </div>
  );
}
