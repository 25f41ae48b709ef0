import { useMemo, useState } from "react";
import type { ToolResult } from "../../protocol.ts";
import type { CallBody } from "../api/server.ts";
import type { Artifact, CallAnswer, Drift, Me } from "../api/types.ts";
import { htmlOf, type PageParts } from "../fromdata/html.ts";
import { Shaper } from "../fromdata/Shaper.tsx";
import { withoutMissing, type PageSpec } from "../fromdata/spec.ts";
import { Button } from "../ui/Button.tsx";
import { MappingTable } from "./MappingTable.tsx";
import { fitOf, rebuilt, type Fit } from "./rebuild.ts";
import { SaveVersion } from "./SaveVersion.tsx";

interface Props {
  me: Me;
  artifact: Artifact;
  spec: PageSpec;
  parts: PageParts;
  drift: readonly Drift[];
  result: ToolResult | undefined;
  call: (body: CallBody, signal?: AbortSignal) => Promise<CallAnswer>;
}

const nothing: Fit = { rows: null, missing: [], free: [], guesses: new Map() };

function summaryOf(before: PageSpec, { missing }: Fit, chosen: ReadonlyMap<string, string>): string {
  const renamed = missing.flatMap(({ key, path }) => (chosen.get(key) === undefined || chosen.get(key) === "" ? [] : [`${path} → ${chosen.get(key) ?? ""}`]));
  return renamed.length === 0 ? `${before.title} changed by form` : `Rebuilt: ${renamed.join(", ")}`.slice(0, 400);
}

/** The form of a page, on the data as it is now: what the page misses is mapped first. */
export function Reshape({ me, artifact, spec: saved, parts, drift, result, call }: Props) {
  const fit = useMemo(() => (result === undefined || result.isError === true ? nothing : fitOf(saved, result, drift)), [saved, result, drift]);
  const known = result !== undefined && fit !== nothing;
  const [chosen, setChosen] = useState(fit.guesses);
  const [spec, setSpec] = useState(() => (known ? rebuilt(saved, fit, fit.guesses) : saved));
  const choose = (key: string, name: string) => {
    const next = new Map(chosen).set(key, name);
    setChosen(next);
    setSpec(rebuilt(saved, fit, next));
  };
  const html = useMemo(() => htmlOf(withoutMissing(spec), parts), [spec, parts]);
  const before =
    fit.missing.length === 0 ? undefined : (
      <div className="stack snug">
        <p className="notice old">{`The data of ${saved.sources.rows.connector} has changed since this page was made. Say what these are called now.`}</p>
        <MappingTable
          title="The page's fields"
          rows={fit.missing.map(({ key, label, path }) => ({ key, label, hint: `was ${path}` }))}
          names={fit.free.map(({ path }) => path)}
          chosen={chosen}
          none="Leave it out"
          onChoose={choose}
        />
      </div>
    );
  return (
    <Shaper me={me} parts={parts} spec={spec} onChange={setSpec} call={call} before={before}>
      <div className="row wrap">
        <SaveVersion id={artifact.id} html={html} summary={summaryOf(saved, fit, chosen)} disabled={spec.title.trim() === ""} />
        <Button onClick={() => setSpec(known ? rebuilt(saved, fit, chosen) : saved)}>Undo my changes</Button>
      </div>
    </Shaper>
  );
}
