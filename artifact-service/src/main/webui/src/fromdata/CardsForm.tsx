import { Plus, Trash2 } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { Choose } from "./Choose.tsx";
import { withCard, without } from "./edits.ts";
import { conditionKey, measureWords, periodWords } from "./formWords.ts";
import { measures, periods, type Measure, type PageCard, type PageField, type PageSpec, type Period } from "./spec.ts";

interface Props {
  spec: PageSpec;
  onChange: (spec: PageSpec) => void;
}

const numeric = ["number", "money", "percent"];
const timely = ["date", "moment", "month"];
const measureOptions = measures.map((of) => [of, measureWords[of]] as const);

function conditions(fields: readonly PageField[]): (readonly [string, string])[] {
  const timed = fields.filter(({ format }) => timely.includes(format));
  return [["", "All rows"] as const, ...timed.flatMap(({ key, label }) => periods.map((period) => [`${key}\u0000${period}`, `${label} ${periodWords[period]}`] as const))];
}

function withCondition(card: PageCard, key: string): PageCard {
  const rest = without(card, "where");
  const [field = "", period = ""] = key.split("\u0000");
  return key === "" ? rest : { ...rest, where: { field, is: period as Period } };
}

function withMeasure(card: PageCard, of: Measure, fields: readonly PageField[]): PageCard {
  const { field: before, ...rest } = card;
  const field = before ?? fields[0]?.key;
  return of === "count" || field === undefined ? { ...rest, of } : { ...rest, of, field };
}

function CardLine({ card, fields, onChange, onRemove }: { card: PageCard; fields: readonly PageField[]; onChange: (card: PageCard) => void; onRemove: () => void }) {
  const numbers = fields.filter(({ format }) => numeric.includes(format));
  const { of } = card;
  return (
    <li className="shape-part">
      <div className="row">
        <input className="input grow" aria-label="Title of the card" maxLength={80} value={card.label} onChange={(event) => onChange({ ...card, label: event.target.value })} />
        <Button look="quiet" icon={<Trash2 size={16} />} aria-label={`Remove ${card.label}`} onClick={onRemove} />
      </div>
      {of === "value" ? (
        <p className="muted tiny">The source gives this figure itself.</p>
      ) : (
        <div className="shape-choices">
          <Choose label={`What ${card.label} shows`} value={of} options={numbers.length === 0 ? measureOptions.slice(0, 1) : measureOptions} onChange={(next) => onChange(withMeasure(card, next, numbers))} />
          {of !== "count" && <Choose label={`Field of ${card.label}`} value={card.field ?? ""} options={numbers.map(({ key, label }) => [key, label] as const)} onChange={(field) => onChange({ ...card, field })} />}
          <Choose label={`Rows of ${card.label}`} value={conditionKey(card)} options={conditions(fields)} onChange={(key) => onChange(withCondition(card, key))} />
        </div>
      )}
    </li>
  );
}

/** The figures on top of the page. */
export function CardsForm({ spec, onChange }: Props) {
  const { fields } = spec.sources.rows;
  return (
    <div className="stack snug">
      <ul className="shape-parts">
        {spec.cards.map((card, at) => (
          <CardLine key={at} card={card} fields={fields} onChange={(next) => onChange(withCard(spec, at, next))} onRemove={() => onChange({ ...spec, cards: spec.cards.filter((_, i) => i !== at) })} />
        ))}
      </ul>
      {spec.cards.length < 8 && (
        <div>
          <Button icon={<Plus size={16} />} onClick={() => onChange({ ...spec, cards: [...spec.cards, { label: "Rows", of: "count" }] })}>
            Add a figure
          </Button>
        </div>
      )}
    </div>
  );
}
