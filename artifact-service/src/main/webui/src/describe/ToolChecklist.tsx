import { CircleAlert } from "lucide-react";
import { useId } from "react";
import { inWords } from "../host/names.ts";
import { Check } from "../ui/Check.tsx";
import { Mark } from "../ui/Mark.tsx";
import type { AskedTool } from "./types.ts";

/** What may be ticked at all. */
export function grantable(tool: AskedTool): boolean {
  return tool.connectorId !== undefined && tool.problem === undefined;
}

/** What reads is offered ticked; what writes, the owner ticks. */
export function firstTicks(tools: readonly AskedTool[]): ReadonlySet<string> {
  return new Set(tools.filter((tool) => grantable(tool) && (tool.granted || tool.readOnly)).map(({ name }) => name));
}

interface LineProps {
  tool: AskedTool;
  ticked: boolean;
  owner: boolean;
  onTick: (on: boolean) => void;
}

function ToolLine({ tool, ticked, owner, onTick }: LineProps) {
  const id = useId();
  return (
    <li className="tool-line asked-tool">
      {owner && <Check id={id} checked={ticked} disabled={!grantable(tool)} onChange={onTick} />}
      <label htmlFor={id} className="grow">
        <span className="row snug">
          {tool.connectorName !== undefined && <Mark name={tool.connectorName} />}
          <span className="strong">{inWords(tool.tool === "" ? tool.name : tool.tool)}</span>
        </span>
        <span className="muted tiny">{tool.connectorName ?? tool.name}</span>
        {tool.problem !== undefined && (
          <span className="row tiny missing">
            <CircleAlert size={14} aria-hidden />
            <span>{tool.problem} The page does not get it.</span>
          </span>
        )}
      </label>
      {grantable(tool) && <span className={tool.readOnly ? "badge" : "badge writes"}>{tool.readOnly ? "reads" : "writes"}</span>}
      {tool.granted && <span className="badge">approved</span>}
    </li>
  );
}

interface Props {
  tools: readonly AskedTool[];
  ticked: ReadonlySet<string>;
  /** Only an owner decides; an editor is told what the owner will be asked. */
  owner: boolean;
  onChange: (ticked: ReadonlySet<string>) => void;
}

/** The tools that a page asks for: it gets what is ticked, once it is saved, and nothing else. */
export function ToolChecklist({ tools, ticked, owner, onChange }: Props) {
  if (tools.length === 0) return <p className="muted">It asks for no tools: it works without any source.</p>;
  const tick = (name: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(name);
    else next.delete(name);
    onChange(next);
  };
  return (
    <section className="stack snug" aria-label="Tools">
      <h3>What this page may use</h3>
      <ul className="box lines">
        {tools.map((tool) => (
          <ToolLine key={tool.name} tool={tool} ticked={ticked.has(tool.name)} owner={owner} onTick={(on) => tick(tool.name, on)} />
        ))}
      </ul>
      <p className="muted tiny">{owner ? "It gets what you tick, and nothing else. Each change it wants to make is still shown to you first." : "Its owner decides about those that are not approved yet."}</p>
    </section>
  );
}
