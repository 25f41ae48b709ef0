import { useMutation, useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Artifact, ArtifactTool } from "../api/types.ts";
import type { Connector } from "../connectors/types.ts";
import { keys } from "../app/keys.ts";
import { inWords } from "../host/names.ts";
import { Button } from "../ui/Button.tsx";
import { Check } from "../ui/Check.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Mark } from "../ui/Mark.tsx";
import { Always } from "./Always.tsx";

interface Choice {
  granted: boolean;
  connectorId: string | undefined;
}

/** What reads is offered ticked; what writes, the owner ticks. */
function firstChoice(tool: ArtifactTool): Choice {
  const mapped = tool.connectorId != null;
  return { granted: tool.state === "granted" || (tool.state === "requested" && mapped && tool.readOnly), connectorId: tool.connectorId ?? undefined };
}

function ToolLine({ tool, choice, connectors, onChoice }: { tool: ArtifactTool; choice: Choice; connectors: readonly Connector[]; onChoice: (choice: Choice) => void }) {
  const id = `tool-${tool.name}`;
  const name = tool.connectorName ?? connectors.find((connector) => connector.id === choice.connectorId)?.name;
  return (
    <li className="tool-line">
      <Check id={id} checked={choice.granted} disabled={choice.connectorId === undefined} onChange={(granted) => onChoice({ ...choice, granted })} />
      <label htmlFor={id} className="grow">
        <span className="strong">{inWords(tool.tool === "" ? tool.name : tool.tool)}</span>
        <span className="muted tiny cut tool-name">{tool.name}</span>
        {tool.state === "changed" && <span className="tiny version-tools">It is not what was approved any more: look at it again</span>}
      </label>
      <span className={tool.readOnly ? "badge" : "badge writes"}>{tool.readOnly ? "reads" : tool.state === "unmapped" ? "not known yet" : "writes"}</span>
      {tool.state === "unmapped" ? (
        <select
          className="input tool-connector"
          aria-label={`Connector for ${inWords(tool.tool)}`}
          value={choice.connectorId ?? ""}
          onChange={(event) => onChoice({ granted: event.target.value !== "", connectorId: event.target.value === "" ? undefined : event.target.value })}
        >
          <option value="">Choose a connector…</option>
          {connectors.map((connector) => (
            <option key={connector.id} value={connector.id}>
              {connector.name}
            </option>
          ))}
        </select>
      ) : (
        <span className="row tool-connector">
          <Mark name={name ?? "?"} />
          <span className="cut">{name}</span>
        </span>
      )}
    </li>
  );
}

/** A version that asks for more than what was approved before says so. */
function wordsFor(tools: readonly ArtifactTool[]): string {
  const approved = tools.some(({ state }) => state === "granted");
  const open = tools.filter(({ state }) => state !== "granted").length;
  const more = approved && open > 0 ? `This version also wants ${open === 1 ? "one tool" : `${open} tools`} that you have not approved. ` : "";
  return `${more}The page gets what you tick, and nothing else. Each change it wants to make is still shown to you first.`;
}

/** The owner's word on what this page may use: nothing until it is ticked here. */
export function ToolSheet({ artifact, onClose }: { artifact: Artifact; onClose: (changed: boolean) => void }) {
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(() => new Map(artifact.tools.map((tool) => [tool.name, firstChoice(tool)])));
  const choiceOf = (tool: ArtifactTool) => choices.get(tool.name) ?? firstChoice(tool);
  const save = useMutation({
    mutationFn: () =>
      server.decideTools(
        artifact.id,
        artifact.tools.map((tool) => {
          const { granted, connectorId } = choiceOf(tool);
          return { name: tool.name, granted, ...(connectorId === undefined ? {} : { connectorId }) };
        }),
      ),
    onSuccess: () => onClose(true),
  });
  const chosen = artifact.tools.filter((tool) => choiceOf(tool).granted).length;
  return (
    <Dialog
      wide
      title={`What “${artifact.title}” may use`}
      onClose={() => onClose(false)}
      foot={
        <>
          <Button onClick={() => onClose(false)}>Not now</Button>
          <Button look="primary" disabled={save.isPending || artifact.tools.length === 0} onClick={() => save.mutate()}>
            {chosen === 0 ? "Allow nothing" : chosen === 1 ? "Allow 1 tool" : `Allow ${chosen} tools`}
          </Button>
        </>
      }
    >
      {artifact.tools.length === 0 ? (
        <Empty icon={<ShieldCheck size={24} />} title="This page asks for no tools">
          It works without any source.
        </Empty>
      ) : (
        <>
          <p className="muted">{wordsFor(artifact.tools)}</p>
          <ul className="box lines">
            {artifact.tools.map((tool) => (
              <ToolLine
                key={tool.name}
                tool={tool}
                choice={choiceOf(tool)}
                connectors={connectors.data ?? []}
                onChoice={(choice) => setChoices(new Map(choices).set(tool.name, choice))}
              />
            ))}
          </ul>
          <Always id={artifact.id} />
          {save.error !== null && <div className="notice failing">{sentenceOf(save.error)}</div>}
        </>
      )}
    </Dialog>
  );
}
