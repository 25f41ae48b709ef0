import { useId } from "react";

interface Props<V extends string> {
  /** What is chosen here, for who does not see it. */
  label: string;
  options: readonly { readonly value: V; readonly word: string }[];
  value: V | undefined;
  disabled?: boolean;
  onChange: (value: V) => void;
}

/** A few words of which one applies: radio buttons that look like one control. */
export function Segments<V extends string>({ label, options, value, disabled = false, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset className="segments" disabled={disabled}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={`segment ${option.value}`}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.word}</span>
        </label>
      ))}
    </fieldset>
  );
}
