import { Field } from "../ui/Field.tsx";
import { useNow } from "../ui/useNow.ts";
import { dayOf, endings, momentOfExpiry, type Ending, type Expiry } from "./expiry.ts";

interface Props {
  label: string;
  expiry: Expiry;
  onChange: (expiry: Expiry) => void;
}

/** Until when somebody may open an artifact. */
export function ExpiryField({ label, expiry, onChange }: Props) {
  const now = useNow(60_000);
  const wrong = expiry.ending === "date" && expiry.date !== "" && momentOfExpiry(expiry, now) === undefined;
  return (
    <div className="share-expiry">
      <Field label={label}>
        {(control) => (
          <select {...control} className="input" value={expiry.ending} onChange={(event) => onChange({ ...expiry, ending: event.target.value as Ending })}>
            {endings.map(({ value, label: words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      {expiry.ending === "date" && (
        <Field label="Last day" complaint={wrong ? "Choose a day that has not passed." : undefined}>
          {(control) => (
            <input {...control} className="input" type="date" required min={dayOf(now)} value={expiry.date} onChange={(event) => onChange({ ...expiry, date: event.target.value })} />
          )}
        </Field>
      )}
    </div>
  );
}
