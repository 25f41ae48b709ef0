import { useCallback, useMemo, useState } from "react";
import { useMe } from "../app/useMe.ts";
import { pageOf } from "../fromdata/pageOf.ts";
import type { Picked } from "../fromdata/picked.ts";
import { PickTool } from "../fromdata/PickTool.tsx";
import { SavePage } from "../fromdata/SavePage.tsx";
import { Shaper } from "../fromdata/Shaper.tsx";
import type { PageSpec } from "../fromdata/spec.ts";
import { useParts } from "../fromdata/useParts.ts";
import { splitName } from "../host/names.ts";
import { MappingTable } from "../repair/MappingTable.tsx";
import { Button } from "../ui/Button.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { bindingOf, bound, lackingWords } from "./binding.ts";

function Bound({ template, picked, onBack }: { template: PageSpec; picked: Picked; onBack: () => void }) {
  const binding = useMemo(() => bindingOf(template, picked), [template, picked]);
  const [chosen, setChosen] = useState(binding.guesses);
  const [spec, setSpec] = useState(() => bound(template, picked, binding, binding.guesses));
  const me = useMe();
  const parts = useParts();
  const { connector, finding } = picked;
  const answer = useCallback(() => Promise.resolve(finding.answer), [finding]);
  if (parts.error !== null) return <Trouble error={parts.error} retry={() => void parts.refetch()} />;
  if (parts.data === undefined || me.data === undefined) return <p className="muted">Drawing the page…</p>;
  const choose = (key: string, name: string) => {
    const next = new Map(chosen).set(key, name);
    setChosen(next);
    setSpec(bound(template, picked, binding, next));
  };
  const before = (
    <div className="stack snug">
      <div className="row spread wrap">
        <p className="strong">{connector.name}</p>
        <Button onClick={onBack}>Other data</Button>
      </div>
      <MappingTable
        title="What the page shows, and what your data calls it"
        rows={template.sources.rows.fields.map(({ key, label, required }) => ({ key, label, required: required === true }))}
        names={binding.names}
        chosen={chosen}
        none="Not there: leave it out"
        onChoose={choose}
      />
    </div>
  );
  return (
    <Shaper me={me.data} parts={parts.data} spec={spec} onChange={setSpec} call={answer} before={before}>
      <SavePage
        page={pageOf(spec, picked, parts.data)}
        lacking={lackingWords(template.sources.rows, chosen)}
      />
    </Shaper>
  );
}

/** A template that the form draws: bound to one tool, then shaped like any page from data. */
export function BindSpec({ template }: { template: PageSpec }) {
  const [picked, setPicked] = useState<Picked>();
  const source = template.sources.rows;
  if (picked !== undefined) return <Bound template={template} picked={picked} onBack={() => setPicked(undefined)} />;
  return (
    <div className="stack">
      <p>
        <span className="strong">{source.title ?? source.connector}</span> <span className="muted">Choose where that is; it is read once, to see what it gives.</span>
      </p>
      <PickTool act="Look at the data" wanted={{ connector: source.connector, tool: splitName(source.tool).tool }} onPicked={setPicked} />
    </div>
  );
}
