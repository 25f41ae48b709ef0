interface Props<V extends string> {
  label: string;
  value: V;
  options: readonly (readonly [value: V, word: string])[];
  onChange: (value: V) => void;
  disabled?: boolean;
}

/** A list to choose from, named for who does not see its surroundings. */
export function Choose<V extends string>({ label, value, options, onChange, disabled = false }: Props<V>) {
  return (
    <select className="input" aria-label={label} disabled={disabled} value={value} onChange={(event) => onChange(event.target.value as V)}>
      {options.map(([option, word]) => (
        <option key={option} value={option}>
          {word}
        </option>
      ))}
    </select>
  );
}
