export interface MappingRow {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
}

interface Props {
  title: string;
  rows: readonly MappingRow[];
  names: readonly string[];
  chosen: ReadonlyMap<string, string>;
  /** What a field is where it is nowhere. */
  none: string;
  onChoose: (key: string, name: string) => void;
}

/** What the page needs on one side, what the data has on the other. */
export function MappingTable({ title, rows, names, chosen, none, onChoose }: Props) {
  return (
    <table className="mapping">
      <caption className="strong">{title}</caption>
      <tbody>
        {rows.map(({ key, label, hint, required }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              {required === true && <span className="required"> required</span>}
              {hint !== undefined && <span className="muted tiny mapping-hint">{hint}</span>}
            </th>
            <td>
              <select className="input" aria-label={`${label} is`} value={chosen.get(key) ?? ""} onChange={(event) => onChoose(key, event.target.value)}>
                <option value="">{none}</option>
                {names.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
