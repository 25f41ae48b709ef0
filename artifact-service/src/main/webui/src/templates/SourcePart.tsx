import { useState } from "react";
import { PickTool } from "../fromdata/PickTool.tsx";
import type { Picked } from "../fromdata/picked.ts";
import { inWords, splitName } from "../host/names.ts";
import { MappingTable } from "../repair/MappingTable.tsx";
import { Button } from "../ui/Button.tsx";
import type { Part } from "./useBinding.ts";

interface Props {
  part: Part;
  /** True if the page makes sense without it. */
  spare: boolean;
  onPick: (picked: Picked) => void;
  onMap: (key: string, path: string) => void;
  onOther: () => void;
  onLeaveOut: () => void;
}

function Mapping({ part: { source, picked, binding, chosen, lacking }, onMap }: Pick<Props, "part" | "onMap">) {
  const [open] = useState(lacking !== undefined);
  if (picked === undefined || binding === undefined || chosen === undefined) return null;
  const given = `${picked.connector.name}: ${picked.tool.title ?? inWords(picked.tool.name)}`;
  return (
    <details open={open}>
      <summary>{given}</summary>
      <MappingTable
        title="What the page shows, and what your data calls it"
        rows={source.fields.map(({ key, label, required }) => ({ key, label, required: required === true }))}
        names={binding.names}
        chosen={chosen}
        none="Not there: leave it out"
        onChoose={onMap}
      />
    </details>
  );
}

/** One source of a template: where it is, and what it calls the fields. */
export function SourcePart({ part, spare, onPick, onMap, onOther, onLeaveOut }: Props) {
  const { source, state, lacking } = part;
  const title = source.title ?? source.connector;
  return (
    <section className="stack snug source-part" aria-label={title}>
      <div className="row spread wrap">
        <h2 className="strong">{title}</h2>
        <div className="row">
          {(state === "bound" || state === "out") && (
            <Button aria-label={`${title}: other data`} onClick={onOther}>
              Other data
            </Button>
          )}
          {spare && state !== "out" && (
            <Button aria-label={`${title}: leave it out`} onClick={onLeaveOut}>
              Leave it out
            </Button>
          )}
        </div>
      </div>
      {state === "looking" && <p className="muted">{`Looking at ${source.connector}…`}</p>}
      {state === "out" && <p className="muted">The page does without it.</p>}
      {state === "open" && <PickTool act="Look at the data" wanted={{ connector: source.connector, tool: splitName(source.tool).tool }} onPicked={onPick} />}
      {state === "bound" && <Mapping part={part} onMap={onMap} />}
      {lacking !== undefined && <p className="notice old">{lacking}</p>}
    </section>
  );
}
