import type { Currency, Format, PageCard, PageChart, PageField, PageSpec } from "./spec.ts";
import { withoutMissing } from "./spec.ts";

/** Changes of a page by form, each as a plain function. */

export function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const copy: Partial<T> = { ...value };
  Reflect.deleteProperty(copy, key);
  return copy as Omit<T, K>;
}

export function withField(spec: PageSpec, key: string, change: Partial<PageField>): PageSpec {
  const { rows } = spec.sources;
  return { ...spec, sources: { rows: { ...rows, fields: rows.fields.map((field) => (field.key === key ? { ...field, ...change } : field)) } } };
}

/** A field in another form; an amount takes the currency that the page's other amounts have. */
export function withFormat(spec: PageSpec, key: string, format: Format): PageSpec {
  const currency: Currency | undefined = spec.sources.rows.fields.find(({ currency: one }) => one !== undefined)?.currency;
  return withField(spec, key, { format, ...(format === "money" && currency !== undefined ? { currency } : {}) });
}

/** The same currency for every amount; none if the code is empty. */
export function withCurrency(spec: PageSpec, currency: string): PageSpec {
  const { rows } = spec.sources;
  const changed = (field: PageField): PageField => (currency === "" ? without(field, "currency") : { ...field, currency });
  return { ...spec, sources: { rows: { ...rows, fields: rows.fields.map((field) => (field.format === "money" ? changed(field) : field)) } } };
}

export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (to < 0 || to >= list.length) return list;
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

export function withFieldMoved(spec: PageSpec, from: number, to: number): PageSpec {
  const { rows } = spec.sources;
  return { ...spec, sources: { rows: { ...rows, fields: moved(rows.fields, from, to) } } };
}

export const withCard = (spec: PageSpec, at: number, card: PageCard): PageSpec => ({ ...spec, cards: spec.cards.map((one, i) => (i === at ? card : one)) });
export const withChart = (spec: PageSpec, at: number, chart: PageChart): PageSpec => ({ ...spec, charts: spec.charts.map((one, i) => (i === at ? chart : one)) });

export function toggled(list: readonly string[], key: string, on: boolean): readonly string[] {
  return on ? [...list.filter((one) => one !== key), key] : list.filter((one) => one !== key);
}

export function withSort(spec: PageSpec, field: string, descending: boolean): PageSpec {
  const rest = without(spec, "sort");
  return field === "" ? rest : { ...rest, sort: { field, descending } };
}

export function withGroup(spec: PageSpec, group: string): PageSpec {
  const rest = without(spec, "group");
  return group === "" ? rest : { ...rest, group };
}

/** The same page on renamed data: paths of fields by their keys, and where the rows are. */
export function rebound(spec: PageSpec, paths: ReadonlyMap<string, string>, rows: string | null): PageSpec {
  const source = spec.sources.rows;
  const fields = source.fields.map((field) => ({ ...field, path: paths.get(field.key) ?? field.path }));
  return withoutMissing({ ...spec, sources: { rows: { ...source, rows, fields } } });
}
