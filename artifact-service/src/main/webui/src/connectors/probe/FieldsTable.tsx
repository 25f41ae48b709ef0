import type { ProbeField } from "../types.ts";
import { emptyInWords, examplesInWords, looksInWords, nameInRow, rangeInWords, typeInWords } from "./probeWords.ts";

/** What the rows of a result consist of; `rowsPath` is where the rows are. */
export function FieldsTable({ fields, rowsPath }: { fields: readonly ProbeField[]; rowsPath: string }) {
  const inRows = (field: ProbeField) => nameInRow(field.path, rowsPath) !== field.path;
  // The rows are what a page is built on; what stands beside them comes after.
  const sorted = [...fields.filter(inRows), ...fields.filter((field) => !inRows(field))];
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Fields">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col" className="number">
              Empty
            </th>
            <th scope="col">Looks like</th>
            <th scope="col">Examples</th>
            <th scope="col">Range</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((field) => (
            <tr key={field.path}>
              <th scope="row" className="field-path">
                {nameInRow(field.path, rowsPath)}
              </th>
              <td>{typeInWords(field)}</td>
              <td className="number">{emptyInWords(field.nullShare)}</td>
              <td>{looksInWords(field.looksLike)}</td>
              <td className="numbers">{examplesInWords(field.examples)}</td>
              <td className="numbers">{rangeInWords(field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
