import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { ConnectorTool } from "../api/types.ts";
import { inWords } from "../host/names.ts";
import { Probe } from "./Probe.tsx";

/** One tool: what it does, whether it reads or writes; opened, a way to try it. */
export function ToolRow({ connectorId, tool }: { connectorId: string; tool: ConnectorTool }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button type="button" className="call" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={16} className="call-chevron" aria-hidden />
        <span className="grow">
          <span className="call-tool cut">{tool.title ?? inWords(tool.name)}</span>
          <span className={open ? "muted tiny tool-name" : "muted tiny cut tool-name"}>{tool.description ?? tool.name}</span>
        </span>
        <span className={tool.readOnly ? "badge" : "badge writes"}>{tool.readOnly ? "reads" : "writes"}</span>
      </button>
      {open && <Probe connectorId={connectorId} tool={tool} />}
    </li>
  );
}
