import { useCallback, useState } from "react";
import { useMe } from "../app/useMe.ts";
import { FieldsTable } from "../connectors/probe/FieldsTable.tsx";
import { durationOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { infer, listsOf, type Drawn } from "./infer.ts";
import type { Picked } from "./picked.ts";
import { PickTool } from "./PickTool.tsx";
import { SavePage } from "./SavePage.tsx";
import { pageOf } from "./pageOf.ts";
import { Shaper } from "./Shaper.tsx";
import type { PageSpec } from "./spec.ts";
import { useParts } from "./useParts.ts";
import { labelOf } from "./words.ts";

function drawnOf({ connector, tool, arguments: args, finding }: Picked): Drawn {
  return { connector: connector.name, slug: connector.slug, tool: tool.name, ...(tool.title == null ? {} : { toolTitle: tool.title }), arguments: args, result: finding.answer.result };
}

/** `72 rows, in 60 ms`. */
function summaryOf({ sources: { rows: source } }: PageSpec, { finding: { answer } }: Picked): string {
  const count = listsOf(answer.result).find(({ path }) => path === source.rows)?.rows.length;
  const rows = count === undefined ? "answered" : count === 1 ? "1 row," : `${count.toLocaleString("en-GB")} rows,`;
  return `${rows} in ${durationOf(answer.durationMillis)}`;
}

/** Which of an answer's lists the page is about, where there is more than one. */
function ListChoice({ picked, spec, onChoose }: { picked: Picked; spec: PageSpec; onChoose: (path: string) => void }) {
  const lists = listsOf(picked.finding.answer.result);
  if (lists.length < 2) return null;
  return (
    <Field label="Rows">
      {(control) => (
        <select {...control} className="input" value={spec.sources.rows.rows ?? ""} onChange={(event) => onChoose(event.target.value)}>
          {lists.map(({ path, rows }) => (
            <option key={path} value={path}>
              {`${labelOf(path)} (${rows.length})`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Shape({ picked, onBack }: { picked: Picked; onBack: () => void }) {
  const [spec, setSpec] = useState(() => infer(drawnOf(picked)));
  const me = useMe();
  const parts = useParts();
  const { connector, finding } = picked;
  const answer = useCallback(() => Promise.resolve(finding.answer), [finding]);
  if (parts.error !== null) return <Trouble error={parts.error} retry={() => void parts.refetch()} />;
  if (parts.data === undefined || me.data === undefined) return <p className="muted">Drawing the page…</p>;
  const before = (
    <div className="stack snug">
      <div className="row spread wrap">
        <p>
          <span className="strong">{connector.name}</span> <span className="muted">{summaryOf(spec, picked)}</span>
        </p>
        <Button onClick={onBack}>Other data</Button>
      </div>
      <ListChoice picked={picked} spec={spec} onChoose={(path) => setSpec(infer(drawnOf(picked), path))} />
      {finding.fields.length > 0 && (
        <details>
          <summary>What came back, field by field</summary>
          <FieldsTable fields={finding.fields} rowsPath={finding.rows?.path ?? ""} />
        </details>
      )}
    </div>
  );
  return (
    <Shaper me={me.data} parts={parts.data} spec={spec} onChange={setSpec} call={answer} before={before}>
      <SavePage page={pageOf(spec, picked, parts.data)} />
    </Shaper>
  );
}

/** A page drawn from the data alone: choose what to read, look at it, shape it by form. */
export function FromData() {
  const [picked, setPicked] = useState<Picked>();
  if (picked === undefined) return <PickTool act="Draw a page" onPicked={setPicked} />;
  return <Shape picked={picked} onBack={() => setPicked(undefined)} />;
}
