import { isObject } from "../../protocol.ts";
import { valueAt } from "../data/rows.ts";

type Row = Readonly<Record<string, unknown>>;

/** What the values of one field are, as far as the rows tell. */
export interface Profile {
  readonly path: string;
  readonly kind: "text" | "number" | "boolean" | "time" | "list" | "group" | "empty";
  readonly looks: "date" | "moment" | "month" | "email" | "link" | "money" | null;
  readonly order: "dmy" | "mdy" | null;
  /** The currency that amounts are written with. */
  readonly currency: string | null;
  readonly distinct: number;
  readonly filled: number;
  readonly values: readonly unknown[];
  readonly averageLength: number;
}

const mostRows = 2_000;
const mostFields = 120;
const deepest = 2;

export const patterns = {
  date: /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2},? ?)?\d{4})$/i,
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/,
  moment: /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  link: /^https?:\/\/\S+$/,
  money: /^-?\(?(?:[$€£¥]|EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK) ?-?\d[\d.,' ]*\)?$|^-?\d[\d.,' ]* ?(?:[$€£¥]|EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK)$/,
} as const;

const symbols: Record<string, string> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };

function currencyIn(text: string): string | null {
  const found = /[$€£¥]|[A-Z]{3}/.exec(text)?.[0];
  return found === undefined ? null : (symbols[found] ?? found);
}

/** 3/14/2026 can only be one thing; where no value tells, the day comes first, as in most of the world. */
function orderOf(texts: readonly string[]): Profile["order"] {
  const parts = texts.flatMap((text) => {
    const found = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}$/.exec(text);
    return found === null ? [] : [[Number(found[1]), Number(found[2])] as const];
  });
  if (parts.length === 0) return null;
  return parts.some(([, second]) => second > 12) && !parts.some(([first]) => first > 12) ? "mdy" : "dmy";
}

function looksOf(texts: readonly string[]): Profile["looks"] {
  if (texts.length === 0) return null;
  const share = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length / texts.length;
  for (const looks of ["email", "link", "month", "money"] as const) if (share(patterns[looks]) >= 0.9) return looks;
  const [dates, moments] = [share(patterns.date), share(patterns.moment)];
  return dates + moments < 0.8 ? null : moments > dates ? "moment" : "date";
}

function kindOf(values: readonly unknown[], looks: Profile["looks"]): Profile["kind"] {
  if (values.length === 0) return "empty";
  if (looks === "date" || looks === "moment" || looks === "month") return "time";
  if (looks === "money" || values.every((value) => typeof value === "number")) return "number";
  if (values.every((value) => typeof value === "boolean")) return "boolean";
  if (values.every(Array.isArray)) return "list";
  return values.every(isObject) ? "group" : "text";
}

/** What stands at a path: a name as it is, or names with dots between them. */
export function at(value: unknown, path: string): unknown {
  if (path === "") return value;
  const own = (of: unknown, name: string) => (isObject(of) ? valueAt(of, name) : undefined);
  const whole = own(value, path);
  return whole !== undefined ? whole : path.split(".").reduce(own, value);
}

function profileOf(path: string, rows: readonly Row[]): Profile {
  const values = rows.map((row) => at(row, path)).filter((value) => value !== null && value !== undefined && value !== "");
  const texts = values.filter((value) => typeof value === "string").map((text) => text.trim());
  const looks = texts.length === values.length ? looksOf(texts) : null;
  const first = texts[0];
  return {
    path,
    kind: kindOf(values, looks),
    looks,
    order: looks === "date" ? orderOf(texts) : null,
    currency: looks === "money" && first !== undefined ? currencyIn(first) : null,
    distinct: new Set(values.map((value) => (typeof value === "object" ? JSON.stringify(value) : value))).size,
    filled: values.length,
    values: values.slice(0, 200),
    averageLength: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
  };
}

function pathsIn(rows: readonly Row[], above: string, depth: number): string[] {
  const names = new Set<string>();
  for (const row of rows.slice(0, 200)) for (const name of Object.keys(row)) names.add(name);
  return [...names].flatMap((name) => {
    const path = above === "" ? name : `${above}.${name}`;
    const inner = rows.map((row) => valueAt(row, name)).filter((value) => value !== null && value !== undefined);
    const groups = inner.filter(isObject);
    return depth < deepest && groups.length > 0 && groups.length === inner.length ? pathsIn(groups, path, depth + 1) : [path];
  });
}

/** What the fields of rows are; `known` are fields that are there even when no row is. */
export function profilesOf(rows: readonly Row[], known: readonly string[] = []): Profile[] {
  const some = rows.slice(0, mostRows);
  const paths = [...new Set([...pathsIn(some, "", 0), ...(rows.length === 0 ? known : [])])];
  return paths.slice(0, mostFields).map((path) => profileOf(path, some));
}
