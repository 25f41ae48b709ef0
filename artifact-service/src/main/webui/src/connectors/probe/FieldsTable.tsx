import type { ProbeField } from "../../api/types.ts";
import { emptyInWords, examplesInWords, looksInWords, nameInRow, rangeInWords, typeInWords } from "./probeWords.ts";

/** What the rows of a result consist of; `rowsPath` is where the rows are. */
export function FieldsTable({ fields, rowsPath }: { fields: readonly ProbeField[]; rowsPath: string }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Fields">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Looks like</th>
            <th scope="col">Examples</th>
            <th scope="col">Range</th>
            <th scope="col" className="number">
              Empty
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.path}>
              <th scope="row" className="field-path">
                {nameInRow(field.path, rowsPath)}
              </th>
              <td>{typeInWords(field)}</td>
              <td>{looksInWords(field.looksLike)}</td>
              <td className="numbers">{examplesInWords(field.examples)}</td>
              <td className="numbers">{rangeInWords(field)}</td>
              <td className="number">{emptyInWords(field.nullShare)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
