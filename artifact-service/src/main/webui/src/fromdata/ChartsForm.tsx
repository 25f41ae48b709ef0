import { Plus, Trash2 } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { Choose } from "./Choose.tsx";
import { withChart, without } from "./edits.ts";
import { chartWords, spanWords } from "./formWords.ts";
import { chartKinds, spans, type PageChart, type PageField, type PageSpec } from "./spec.ts";

interface Props {
  spec: PageSpec;
  onChange: (spec: PageSpec) => void;
}

const numeric = ["number", "money", "percent"];
const timely = ["date", "moment", "month"];

function withBy(chart: PageChart, by: PageField): PageChart {
  const rest = without(chart, "per");
  return timely.includes(by.format) ? { ...rest, by: by.key, per: chart.per ?? "month" } : { ...rest, by: by.key, kind: "bars" };
}

function measureKey({ of, field }: PageChart): string {
  return of === "count" || field === undefined ? "count" : `${of}\u0000${field}`;
}

function withMeasure(chart: PageChart, key: string): PageChart {
  const rest = without(chart, "field");
  const [of = "count", field] = key.split("\u0000");
  return field === undefined ? { ...rest, of: "count" } : { ...rest, of: of === "average" ? "average" : "sum", field };
}

function ChartLine({ chart, fields: all, onChange, onRemove }: { chart: PageChart; fields: readonly PageField[]; onChange: (chart: PageChart) => void; onRemove: () => void }) {
  const fields = chart.fields ?? all;
  const by = fields.find(({ key }) => key === chart.by);
  const numbers = fields.filter(({ format }) => numeric.includes(format));
  const timed = by !== undefined && timely.includes(by.format);
  const wholes = [["count", "Number of rows"] as const, ...numbers.flatMap(({ key, label }) => [[`sum\u0000${key}`, `Sum of ${label}`] as const, [`average\u0000${key}`, `Average of ${label}`] as const])];
  return (
    <li className="shape-part">
      <div className="row">
        <input className="input grow" aria-label="Title of the chart" maxLength={80} value={chart.title} onChange={(event) => onChange({ ...chart, title: event.target.value })} />
        <Button look="quiet" icon={<Trash2 size={16} />} aria-label={`Remove ${chart.title}`} onClick={onRemove} />
      </div>
      <div className="shape-choices">
        <Choose label={`Kind of ${chart.title}`} value={chart.kind} options={chartKinds.map((kind) => [kind, chartWords[kind]] as const)} onChange={(kind) => onChange({ ...chart, kind })} />
        <Choose label={`What ${chart.title} shows`} value={measureKey(chart)} options={wholes} onChange={(key) => onChange(withMeasure(chart, key))} />
        <Choose
          label={`${chart.title}: for each`}
          value={chart.by}
          options={fields.filter(({ format }) => !["number", "money", "percent", "long"].includes(format)).map(({ key, label }) => [key, `by ${label}`] as const)}
          onChange={(key) => {
            const field = fields.find((one) => one.key === key);
            if (field !== undefined) onChange(withBy(chart, field));
          }}
        />
        {timed && <Choose label={`${chart.title}: put together`} value={chart.per ?? "month"} options={spans.map((span) => [span, `per ${spanWords[span]}`] as const)} onChange={(per) => onChange({ ...chart, per })} />}
      </div>
    </li>
  );
}

/** The charts between the figures and the table. */
export function ChartsForm({ spec, onChange }: Props) {
  const { fields } = spec.sources.rows;
  const first = fields.find(({ format }) => format === "status") ?? fields.find(({ format }) => format === "text" || format === "name") ?? fields[0];
  return (
    <div className="stack snug">
      <ul className="shape-parts">
        {spec.charts.map((chart, at) => (
          <ChartLine key={at} chart={chart} fields={fields} onChange={(next) => onChange(withChart(spec, at, next))} onRemove={() => onChange({ ...spec, charts: spec.charts.filter((_, i) => i !== at) })} />
        ))}
      </ul>
      {spec.charts.length < 4 && first !== undefined && (
        <div>
          <Button icon={<Plus size={16} />} onClick={() => onChange({ ...spec, charts: [...spec.charts, { kind: "bars", title: `By ${first.label.toLowerCase()}`, by: first.key, of: "count" }] })}>
            Add a chart
          </Button>
        </div>
      )}
    </div>
  );
}
