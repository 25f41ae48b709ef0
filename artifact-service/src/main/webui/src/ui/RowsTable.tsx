import { cellText, type Rows, valueAt } from "../data/rows.ts";

const most = 100;

/** The first rows of a result, as a table. */
export function RowsTable({ rows, label }: { rows: Rows; label: string }) {
  const shown = rows.rows.slice(0, most);
  const numbers = new Set(rows.columns.filter((column) => shown.every((row) => valueAt(row, column) == null || typeof valueAt(row, column) === "number")));
  return (
    <div className="stack snug">
      <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
        <table className="table">
          <thead>
            <tr>
              {rows.columns.map((column) => (
                <th key={column} scope="col" className={numbers.has(column) ? "number" : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                {rows.columns.map((column) => (
                  <td key={column} className={numbers.has(column) ? "number" : undefined}>
                    {cellText(valueAt(row, column))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.rows.length > most && (
        <p className="muted tiny">
          The first {most} of {rows.rows.length} rows. The download has them all.
        </p>
      )}
    </div>
  );
}
