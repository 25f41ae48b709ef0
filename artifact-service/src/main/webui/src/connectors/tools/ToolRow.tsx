import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import type { ConnectorTool } from "../types.ts";
import { agoOf } from "../../host/ages.ts";
import { inWords } from "../../host/names.ts";
import { Probe } from "../probe/Probe.tsx";
import { effectOf, policyMeans } from "./policyWords.ts";
import { ToolChanged } from "./ToolChanged.tsx";
import { ToolPolicy } from "./ToolPolicy.tsx";

interface Props {
  connectorId: string;
  tool: ConnectorTool;
  now: number;
  mayChange: boolean;
}

/** One tool: what it does, whether it reads or writes, who may use it; opened, a way to try it. */
export function ToolRow({ connectorId, tool, now, mayChange }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const title = tool.title ?? inWords(tool.name);
  const effect = effectOf(tool);
  return (
    <li className="tool">
      <div className="tool-head">
        <button type="button" className="call" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <ChevronRight size={16} className="call-chevron" aria-hidden />
          <span className="grow">
            <span className="row wrap tool-title">
              <span className="strong wrap-text">{title}</span>
              <span className={`badge ${effect.look}`} title={effect.title}>
                {effect.word}
              </span>
              {tool.changed != null && <span className="badge changed">changed</span>}
            </span>
            <span className={`muted tiny tool-name ${open ? "prose" : "cut"}`}>{tool.description ?? tool.name}</span>
          </span>
        </button>
        <span className="muted tiny tool-used">{tool.lastUsedAt == null ? "" : `Used ${agoOf(Date.parse(tool.lastUsedAt), now)}`}</span>
        <ToolPolicy connectorId={connectorId} tool={tool} title={title} mayChange={mayChange} />
      </div>
      <div id={id} hidden={!open}>
        {open && (
          <div className="tool-details stack">
            <ToolChanged connectorId={connectorId} tool={tool} now={now} mayChange={mayChange} />
            <p className="muted tiny">
              <code>{tool.name}</code>
              {tool.policy === undefined ? "" : ` · ${policyMeans(tool.policy, tool.readOnly)}`}
            </p>
            <Probe connectorId={connectorId} tool={tool} />
          </div>
        )}
      </div>
    </li>
  );
}
