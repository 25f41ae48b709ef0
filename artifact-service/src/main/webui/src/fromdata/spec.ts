import type { JsonObject } from "../../protocol.ts";

/** How a field is written: what it is, rather than how it came. */
export const formats = ["text", "name", "long", "status", "number", "money", "percent", "date", "moment", "month", "yes-no", "list", "link", "id"] as const;
export type Format = (typeof formats)[number];

/** The currency of an amount: a code, or where it stands in the row or beside the rows. */
export type Currency = string | { readonly path: string };

export interface PageField {
  /** By which the rest of the spec means it; stays when the data's own name for it changes. */
  readonly key: string;
  /** Where it is in a row; empty if it is nowhere. */
  readonly path: string;
  readonly label: string;
  readonly format: Format;
  /** A column of the table. */
  readonly shown: boolean;
  readonly currency?: Currency;
  /** A percentage that comes as 0.4 instead of 40. */
  readonly ratio?: boolean;
  /** How dates like 3/4/2026 are read. */
  readonly order?: "dmy" | "mdy";
  /** Without it a template makes no sense. */
  readonly required?: boolean;
}

export interface PageSource {
  readonly connector: string;
  /** As the page calls it: `mcp__server__tool`. */
  readonly tool: string;
  readonly arguments: JsonObject;
  /** Where the rows are; null if the answer itself is what there is to show. */
  readonly rows: string | null;
  readonly fields: readonly PageField[];
  /** What the source has to be, in words; of templates. */
  readonly title?: string;
}

export const periods = ["today", "this-week", "next-7-days", "this-month", "last-month", "this-year", "overdue"] as const;
export type Period = (typeof periods)[number];

export type Condition = { readonly field: string; readonly is: Period } | { readonly field: string; readonly equals: string; readonly not?: boolean };

export const measures = ["count", "sum", "average", "largest", "smallest"] as const;
export type Measure = (typeof measures)[number];

export interface PageCard {
  readonly label: string;
  /** `value`: one that the source itself gives, at `path` of the answer. */
  readonly of: Measure | "value";
  readonly field?: string;
  readonly where?: Condition;
  readonly path?: string;
  readonly format?: Format;
  readonly currency?: Currency;
}

export const chartKinds = ["bars", "columns", "line"] as const;
export type ChartKind = (typeof chartKinds)[number];
export const spans = ["day", "week", "month", "year", "age"] as const;

export interface PageChart {
  readonly kind: ChartKind;
  readonly title: string;
  readonly by: string;
  /** For dates: into what they are put together; `age` is how long ago. */
  readonly per?: (typeof spans)[number];
  readonly of: "count" | "sum" | "average";
  readonly field?: string;
  /** Another list of the same answer, with fields of its own. */
  readonly rows?: string;
  readonly fields?: readonly PageField[];
  /** In the order in which the source gives them. */
  readonly given?: boolean;
}

/** All that is particular to a page drawn from data. */
export interface PageSpec {
  readonly version: 1;
  readonly title: string;
  readonly description: string;
  readonly sources: { readonly rows: PageSource };
  readonly cards: readonly PageCard[];
  readonly charts: readonly PageChart[];
  readonly filters: readonly string[];
  readonly search: boolean;
  readonly sort?: { readonly field: string; readonly descending: boolean };
  readonly group?: string;
}

/** The spec without what leans on fields that are not there. */
export function withoutMissing(spec: PageSpec): PageSpec {
  const there = new Set(spec.sources.rows.fields.filter(({ path }) => path !== "").map(({ key }) => key));
  const has = (key: string | undefined) => key === undefined || there.has(key);
  const { sort, group, ...rest } = spec;
  return {
    ...rest,
    cards: spec.cards.filter(({ field, where }) => has(field) && has(where?.field)),
    charts: spec.charts.filter(({ rows, by, field }) => rows !== undefined || (has(by) && has(field))),
    filters: spec.filters.filter((key) => there.has(key)),
    ...(sort !== undefined && has(sort.field) ? { sort } : {}),
    ...(group !== undefined && has(group) ? { group } : {}),
    sources: { rows: { ...spec.sources.rows, fields: spec.sources.rows.fields.filter(({ path }) => path !== "") } },
  };
}
