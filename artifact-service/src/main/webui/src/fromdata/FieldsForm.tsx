import { ArrowDown, ArrowUp } from "lucide-react";
import { useId } from "react";
import { Button } from "../ui/Button.tsx";
import { Check } from "../ui/Check.tsx";
import { Choose } from "./Choose.tsx";
import { withCurrency, withField, withFieldMoved, withFormat } from "./edits.ts";
import { currencies, formatWords } from "./formWords.ts";
import { formats, type PageField, type PageSpec } from "./spec.ts";

interface Props {
  spec: PageSpec;
  onChange: (spec: PageSpec) => void;
}

const currencyOptions = [["", "Amounts without a currency"], ...currencies.map((code) => [code, `Amounts in ${code}`] as const)] as const;
const options = formats.map((format) => [format, formatWords[format]] as const);

function FieldLine({ spec, field, at, onChange }: Props & { field: PageField; at: number }) {
  const id = useId();
  const last = spec.sources.rows.fields.length - 1;
  return (
    <li className="shape-field">
      <Check id={id} checked={field.shown} onChange={(shown) => onChange(withField(spec, field.key, { shown }))} />
      <label htmlFor={id} className="visually-hidden">{`Show ${field.label}`}</label>
      <input className="input" aria-label={`Label of ${field.path}`} title={field.path} maxLength={80} value={field.label} onChange={(event) => onChange(withField(spec, field.key, { label: event.target.value }))} />
      <Choose label={`Format of ${field.label}`} value={field.format} options={options} onChange={(format) => onChange(withFormat(spec, field.key, format))} />
      <span className="shape-order">
        <Button look="quiet" icon={<ArrowUp size={14} />} aria-label={`Move ${field.label} up`} disabled={at === 0} onClick={() => onChange(withFieldMoved(spec, at, at - 1))} />
        <Button look="quiet" icon={<ArrowDown size={14} />} aria-label={`Move ${field.label} down`} disabled={at === last} onClick={() => onChange(withFieldMoved(spec, at, at + 1))} />
      </span>
    </li>
  );
}

/** The currency of amounts, where the source does not say it. */
function CurrencyField({ spec, onChange }: Props) {
  const amounts = spec.sources.rows.fields.filter(({ format }) => format === "money");
  const [first] = amounts;
  if (first === undefined || typeof first.currency === "object") return null;
  return <Choose label="Currency" value={first.currency ?? ""} options={currencyOptions} onChange={(currency) => onChange(withCurrency(spec, currency))} />;
}

/** The fields of the rows: which are shown, in which order, and how they are called and written. */
export function FieldsForm({ spec, onChange }: Props) {
  const { fields } = spec.sources.rows;
  if (fields.length === 0) return <p className="muted">The data has no fields.</p>;
  return (
    <div className="stack snug">
      <CurrencyField spec={spec} onChange={onChange} />
      <ul className="shape-fields">
        {fields.map((field, at) => (
          <FieldLine key={field.key} spec={spec} field={field} at={at} onChange={onChange} />
        ))}
      </ul>
    </div>
  );
}
