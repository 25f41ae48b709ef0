import { useMutation, useQueryClient } from "@tanstack/react-query";
import { cellText } from "../data/rows.ts";
import { inWords } from "../host/names.ts";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Field } from "../ui/Field.tsx";
import { Mark } from "../ui/Mark.tsx";
import { RowsTable } from "../ui/RowsTable.tsx";
import { useToaster } from "../ui/toaster.ts";
import { deltaOf, inSentence, isSame, rowName, tableOf } from "./changeWords.ts";
import { historyServer } from "./historyServer.ts";
import type { SourceChange } from "./types.ts";

function Changed({ change: { changed, key }, name }: { change: SourceChange; name: string }) {
  const cells = changed.rows.flatMap((row) => row.fields.map((field, index) => ({ row, field, first: index === 0 })));
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={`Rows of ${name} that changed`}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{key.length === 0 ? "Row" : key.join(", ")}</th>
            <th scope="col">Field</th>
            <th scope="col">Was</th>
            <th scope="col">Is</th>
            <th scope="col" className="number">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ row, field, first }) => (
            <tr key={`${rowName(row)} ${field.field}`}>
              <td>{first ? rowName(row) : <span className="visually-hidden">{rowName(row)}</span>}</td>
              <td>{field.field}</td>
              <td className="was numbers">{cellText(field.was)}</td>
              <td className="numbers">{cellText(field.is)}</td>
              <td className="number">{deltaOf(field.was, field.is) ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useKeyChoice(id: string, { connector, tool }: SourceChange) {
  const queries = useQueryClient();
  const { say } = useToaster();
  return useMutation({
    mutationFn: (key: string[]) => historyServer.chooseKey(id, { connector, tool, key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [...keys.artifact(id), "changes"] }),
    onError: (error) => say(sentenceOf(error)),
  });
}

function More({ count, shown }: { count: number; shown: number }) {
  return count > shown ? <p className="muted tiny">The first {shown} of {count}.</p> : null;
}

interface Props {
  id: string;
  change: SourceChange;
  mayChoose: boolean;
}

/** What changed in the answer to one call: rows that are new, gone, or say something else. */
export function SourceChanges({ id, change, mayChoose }: Props) {
  const choice = useKeyChoice(id, change);
  const { connector, tool, key, added, removed, changed, fields, note } = change;
  const name = inWords(tool);
  const options = [...new Set([...(fields ?? []), ...(key.length === 1 ? key : [])])];
  return (
    <section className="source-changes stack snug" aria-label={`${name}, ${connector}`}>
      <div className="row">
        <Mark name={connector} />
        <div className="grow">
          <h3>
            {name} <span className="muted">{connector}</span>
          </h3>
          <p className="muted numbers">{inSentence(change)}</p>
          {note != null && note !== "" && <p className="tiny">{note}</p>}
        </div>
        {mayChoose && !isSame(change) && options.length > 0 && (
          <Field label="Rows are told apart by">
            {(control) => (
              <select {...control} className="input" value={key.length === 1 ? key[0] : ""} disabled={choice.isPending} onChange={(event) => choice.mutate(event.target.value === "" ? [] : [event.target.value])}>
                <option value="">{key.length > 1 ? key.join(", ") : "What fits best"}</option>
                {options.map((field) => (
                  <option key={field} value={field}>
                    {field}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {changed.count > 0 && (
        <>
          <Changed change={change} name={name} />
          <More count={changed.count} shown={changed.rows.length} />
        </>
      )}
      {added.count > 0 && (
        <>
          <h4>New</h4>
          <RowsTable rows={tableOf(added.rows, key)} label={`New rows of ${name}`} />
          <More count={added.count} shown={added.rows.length} />
        </>
      )}
      {removed.count > 0 && (
        <>
          <h4>Gone</h4>
          <RowsTable rows={tableOf(removed.rows, key)} label={`Rows of ${name} that are gone`} />
          <More count={removed.count} shown={removed.rows.length} />
        </>
      )}
    </section>
  );
}
