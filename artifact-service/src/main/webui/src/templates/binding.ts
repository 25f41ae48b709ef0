import { infer } from "../fromdata/infer.ts";
import { rebound, without } from "../fromdata/edits.ts";
import type { Currency, PageField, PageSource, PageSpec } from "../fromdata/spec.ts";
import type { Picked } from "../fromdata/picked.ts";
import { fitOf } from "../repair/rebuild.ts";

/** A template's fields against the data of one tool. */
export interface Binding {
  readonly names: readonly string[];
  readonly guesses: ReadonlyMap<string, string>;
  readonly rows: string | null;
  readonly fields: readonly PageField[];
}

/** What a template's fields are called in the data of a tool, as far as names and kinds tell. */
export function bindingOf(template: PageSpec, { connector, tool, arguments: args, finding }: Picked): Binding {
  const { result } = finding.answer;
  const fit = fitOf(template, result, []);
  const { fields } = infer({ connector: connector.name, slug: connector.slug, tool: tool.name, arguments: args, result }, fit.rows ?? undefined).sources.rows;
  const gone = new Set(fit.missing.map(({ key }) => key));
  const same = template.sources.rows.fields.filter(({ key }) => !gone.has(key)).map(({ key, path }) => [key, path] as const);
  return { names: fields.map(({ path }) => path), guesses: new Map([...same, ...fit.guesses]), rows: fit.rows, fields };
}

/** The template on the chosen data: how a field is written follows the data where the two differ in kind. */
export function bound(template: PageSpec, { connector, tool, arguments: args }: Picked, { rows, fields }: Binding, chosen: ReadonlyMap<string, string>): PageSpec {
  const source = template.sources.rows;
  const mapped = source.fields.map((field) => {
    const found = fields.find(({ path }) => path === chosen.get(field.key));
    if (found === undefined) return field;
    const { order, ratio } = found;
    const currency = field.format === "money" ? (found.currency ?? currencyAmong(fields)) : found.currency;
    return { ...without(field, "currency"), format: written(field, found), ...(currency === undefined ? {} : { currency }), ...(order === undefined ? {} : { order }), ...(ratio === undefined ? {} : { ratio }) };
  });
  const spec = { ...template, sources: { rows: { ...source, connector: connector.name, tool: `mcp__${connector.slug}__${tool.name}`, arguments: args, fields: mapped } } };
  return rebound(spec, new Map(source.fields.map(({ key }) => [key, chosen.get(key) ?? ""])), rows);
}

/** The currency that stands beside an amount which does not look like one by itself. */
function currencyAmong(fields: readonly PageField[]): Currency | undefined {
  const own = fields.find(({ path }) => /(^|[._\s])currency([._\s]?code)?$/i.test(path));
  return own === undefined ? fields.find(({ currency }) => currency !== undefined)?.currency : { path: own.path };
}

const times = ["date", "moment", "month"];

function written(wanted: PageField, found: PageField): PageField["format"] {
  const bothTimes = times.includes(wanted.format) && times.includes(found.format);
  return bothTimes ? found.format : wanted.format;
}

/** What is still to be said before a page can be made of this data. */
export function lackingWords({ fields }: PageSource, chosen: ReadonlyMap<string, string>): string | undefined {
  const lacking = fields.filter(({ key, required }) => required === true && (chosen.get(key) ?? "") === "");
  return lacking.length === 0 ? undefined : `Say first what your data calls ${lacking.map(({ label }) => `“${label}”`).join(" and ")}.`;
}
