import { isObject, type JsonObject, type ToolResult } from "../../protocol.ts";
import { findRows, listsIn, valueOf, type Rows } from "../data/rows.ts";
import { fieldsOf, hasMoneyName, isCategory } from "./fields.ts";
import { at, profilesOf, type Profile } from "./profile.ts";
import type { Currency, PageCard, PageChart, PageField, PageSpec } from "./spec.ts";
import { labelOf, titleOf } from "./words.ts";

/** The call that a page is drawn from, and what it gave. */
export interface Drawn {
  readonly connector: string;
  readonly slug: string;
  readonly tool: string;
  readonly toolTitle?: string | null;
  readonly arguments: JsonObject;
  readonly result: ToolResult;
}

interface Seen {
  readonly value: unknown;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly fields: readonly PageField[];
  readonly profiles: ReadonlyMap<string, Profile>;
}

const timeFormats = ["date", "moment", "month"];
const isTime = ({ format }: PageField) => timeFormats.includes(format);
const isDeadline = ({ path }: PageField) => /due|close|closing|deadline|expir|renew/i.test(path);
/** "Due on" is "due", and a date that is only called that needs no name. */
const timeWords = ({ label }: PageField) => (/^(date|day|when|time)$/i.test(label) ? "" : label.replace(/ (on|at)$/i, ""));
const thisMonth = (field: PageField) => (timeWords(field) === "" ? "This month" : `${timeWords(field)} this month`);
/** What can be added up: amounts and quantities, not prices, rates or levels. */
const adds = ({ path, format, shown }: PageField) => shown && (format === "money" ? !/price|rate|balance|level/i.test(path) : format === "number" && /quantity|qty|hours|units|visitors|count|items|pieces/i.test(path));
const amountAmong = (fields: readonly PageField[]) => fields.find((field) => field.format === "money" && adds(field)) ?? fields.find(adds);
const isAhead = (field: PageField) => isDeadline(field) || /start|begin|^date$|when/i.test(field.path);

/** The currency that the answer names beside its rows. */
function currencyBeside(value: unknown): Currency | undefined {
  return isObject(value) && typeof value.currency === "string" && /^[A-Z]{3}$/.test(value.currency) ? { path: "currency" } : undefined;
}

/** Columns that a source names although it has no row for them. */
function knownColumns(value: unknown): string[] {
  const columns = isObject(value) && Array.isArray(value.columns) ? value.columns : [];
  return columns.flatMap((column) => (typeof column === "string" ? [column] : isObject(column) && typeof column.name === "string" ? [column.name] : []));
}

/** A list without rows is still where the rows are. */
function emptyList(value: unknown): string | undefined {
  if (Array.isArray(value)) return "";
  if (!isObject(value)) return undefined;
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  return (lists.find(([name]) => name === "rows") ?? lists.find(([, list]) => list.length === 0))?.[0];
}

/** The lists of an answer that a page can be about; the likeliest first. */
export function listsOf(result: ToolResult): Rows[] {
  const value = valueOf(result);
  const empty = emptyList(value);
  const lists = listsIn(value).filter(({ path }) => path !== "columns" || empty === undefined);
  if (lists.length > 0) return empty === "rows" && lists.every(({ path }) => path !== "rows") ? [{ path: "rows", columns: [], rows: [] }, ...lists] : lists;
  if (empty !== undefined) return [{ path: empty, columns: [], rows: [] }];
  const text = findRows(result);
  return text === undefined ? [] : [text];
}

/** Figures that the source gives beside its rows. */
function figures(value: unknown, currency: Currency | undefined): PageCard[] {
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([name, figure]) => typeof figure === "number" && !/^(count|total|returned|limit|offset|page|pageSize|hasMore)$/i.test(name))
    .map(([path]) => {
      const isMoney = hasMoneyName(path);
      return { label: labelOf(path), of: "value" as const, path, format: isMoney ? ("money" as const) : ("number" as const), ...(isMoney && currency !== undefined ? { currency } : {}) };
    });
}

function cardsOf({ rows, fields, value }: Seen, title: string, currency: Currency | undefined): PageCard[] {
  const amount = amountAmong(fields);
  const sums = amount === undefined ? [] : [amount, ...fields.filter((field) => field.format === "money" && adds(field) && field !== amount)].slice(0, 2);
  const price = fields.find((field) => field.format === "money" && field.shown && !adds(field));
  const deadline = fields.find((field) => isTime(field) && isDeadline(field));
  const time = deadline ?? fields.find((field) => isTime(field) && field.shown);
  const beside = figures(value, currency).filter(({ path }) => amount === undefined || !/^total/i.test(path ?? ""));
  if (rows.length > 0 && beside.length >= 2 && fields.length <= 3) return beside.slice(0, 4);
  const cards: PageCard[] = [{ label: title, of: "count" }];
  for (const { key, label } of sums) cards.push({ label: sums.length === 1 ? `Total ${label.toLowerCase()}` : label, of: "sum", field: key });
  if (deadline !== undefined) cards.push({ label: "Overdue", ...(amount?.format === "money" ? { of: "sum" as const, field: amount.key } : { of: "count" as const }), where: { field: deadline.key, is: "overdue" } });
  if (time !== undefined && time.format !== "month") cards.push({ label: thisMonth(time), of: "count", where: { field: time.key, is: "this-month" } });
  if (amount?.format === "money" && sums.length === 1) cards.push({ label: `Average ${amount.label.toLowerCase()}`, of: "average", field: amount.key });
  if (amount === undefined && price !== undefined) cards.push({ label: `Average ${price.label.toLowerCase()}`, of: "average", field: price.key });
  const known = new Set(cards.map(({ label }) => label));
  return [...cards, ...beside.filter(({ label }) => !known.has(label))].slice(0, 5);
}

/** Fewer are seen at a glance. */
const leastRows = 5;

function chartOverTime({ rows, fields, profiles }: Seen): PageChart | undefined {
  const time = fields.find((field) => isTime(field) && !/updated|modified|since|birth|born/i.test(field.path));
  if (time === undefined || rows.length < leastRows) return undefined;
  const dates = (profiles.get(time.path)?.values ?? []).map((value) => Date.parse(String(value))).filter((ms) => !Number.isNaN(ms));
  const days = dates.length === 0 ? 0 : (Math.max(...dates) - Math.min(...dates)) / 864e5;
  const amount = amountAmong(fields) ?? fields.find(({ format, shown }) => (format === "money" || format === "number") && shown && fields.length <= 4);
  const level = amount !== undefined && !adds(amount) && /balance|level|stock|price|rate/i.test(amount.path);
  const series = (profiles.get(time.path)?.distinct ?? 0) === rows.length && fields.length <= 4;
  const per = time.format === "month" ? "month" : days > 1500 ? "year" : days > 62 ? (series && rows.length > 20 ? "week" : "month") : days > 20 ? "week" : "day";
  if (days < 3 && time.format !== "month") return undefined;
  const title = amount === undefined ? `By ${time.label.toLowerCase()}` : `${amount.label} by ${time.format === "month" || per === "month" ? "month" : time.label.toLowerCase()}`;
  return { kind: level ? "line" : "columns", title, by: time.key, per, of: amount === undefined ? "count" : level ? "average" : "sum", ...(amount === undefined ? {} : { field: amount.key }) };
}

function chartByCategory({ rows, fields, profiles }: Seen): PageChart | undefined {
  if (rows.length < leastRows) return undefined;
  const categories = fields.filter((field) => {
    const profile = profiles.get(field.path);
    return profile !== undefined && isCategory(profile) && field.format !== "id";
  });
  const rank = ({ format, path }: PageField) => (format === "status" ? 0 : /category|type|kind|region|country|department|industry/i.test(path) ? 1 : 2);
  const [by] = categories.sort((a, b) => rank(a) - rank(b));
  if (by === undefined) return undefined;
  const amount = amountAmong(fields);
  const title = amount === undefined ? `By ${by.label.toLowerCase()}` : `${amount.label} by ${by.label.toLowerCase()}`;
  return { kind: "bars", title, by: by.key, of: amount === undefined ? "count" : "sum", ...(amount === undefined ? {} : { field: amount.key }) };
}

/** Short lists beside the rows, of a name and a figure each: they are charts already. */
function chartsBeside(result: ToolResult, path: string, currency: Currency | undefined): PageChart[] {
  return listsIn(valueOf(result)).flatMap((list) => {
    if (list.path === path || list.rows.length < 2 || list.rows.length > 60 || list.columns.length > 4) return [];
    const profiles = profilesOf(list.rows);
    const fields = fieldsOf(profiles, list.rows.length, currency);
    const figure = fields.find(({ format }) => format === "money") ?? fields.find(({ format }) => format === "number");
    const name = fields.find((field) => isTime(field)) ?? fields.find((field) => field !== figure && (profiles.find((profile) => profile.path === field.path)?.kind ?? "") === "text");
    if (figure === undefined || name === undefined) return [];
    const time = isTime(name);
    return [{ kind: time ? ("columns" as const) : ("bars" as const), title: labelOf(list.path), by: name.key, ...(time ? { per: "month" as const } : { given: true }), of: "sum" as const, field: figure.key, rows: list.path, fields: [name, figure] }];
  });
}

function sortOf(fields: readonly PageField[], series: boolean): PageSpec["sort"] {
  const time = fields.find((field) => isTime(field) && field.shown && isAhead(field)) ?? fields.find((field) => isTime(field) && field.shown);
  if (time !== undefined) return { field: time.key, descending: !isAhead(time) && !series };
  const amount = fields.find(({ format, shown }) => format === "money" && shown);
  return amount === undefined ? undefined : { field: amount.key, descending: true };
}

function filtersOf({ fields, profiles, rows }: Seen): string[] {
  const categories = fields.filter(({ path, format, shown }) => {
    const profile = profiles.get(path);
    return profile !== undefined && (shown || format === "status") && isCategory(profile) && format !== "id";
  });
  const time = rows.length > 10 ? fields.find((field) => isTime(field) && field.shown && field.format !== "month") : undefined;
  return [...categories.slice(0, 3), ...(time === undefined ? [] : [time])].map(({ key }) => key);
}

/** A page about what a call gave, drawn from the data alone. */
export function infer(drawn: Drawn, listPath?: string): PageSpec {
  const lists = listsOf(drawn.result);
  const list = lists.find(({ path }) => path === listPath) ?? lists[0];
  const value = valueOf(drawn.result);
  const currency = currencyBeside(value);
  const own = list === undefined && isObject(value) ? [value] : [];
  const rows = list?.rows ?? own;
  const profiles = profilesOf(rows, knownColumns(value));
  const fields = fieldsOf(profiles, rows.length, currency).map((field) => (list === undefined ? { ...field, shown: field.path !== "currency" } : field));
  const seen: Seen = { value, rows, fields, profiles: new Map(profiles.map((profile) => [profile.path, profile])) };
  const generic = /^(read_rows|query|read|rows|call|get|list|search)$/i.test(drawn.tool);
  const title = generic ? sheetOf(value, drawn.connector) : titleOf(drawn.tool, drawn.toolTitle);
  const over = list === undefined ? undefined : chartOverTime(seen);
  const sort = list === undefined ? undefined : sortOf(fields, over?.kind === "line" || fields.length <= 3);
  return {
    version: 1,
    title,
    description: `${title} from ${drawn.connector}.`,
    sources: { rows: { connector: drawn.connector, tool: `mcp__${drawn.slug}__${drawn.tool}`, arguments: drawn.arguments, rows: list === undefined ? null : list.path, fields } },
    cards: list === undefined ? [] : cardsOf(seen, title, currency),
    charts: list === undefined ? [] : [chartByCategory(seen), over, ...chartsBeside(drawn.result, list.path, currency)].filter((chart) => chart !== undefined).slice(0, 2),
    filters: list === undefined ? [] : filtersOf(seen),
    search: rows.length > 8,
    ...(sort === undefined ? {} : { sort }),
  };
}

/** What a file's rows are about: its sheet, unless that is only the file's own name or no name at all. */
function sheetOf(value: unknown, connector: string): string {
  const sheet = at(value, "sheet");
  const says = typeof sheet === "string" && sheet !== "" && !/^(sheet|tabelle|table)\s*\d*$/i.test(sheet) && !connector.toLowerCase().includes(sheet.replace(/\.csv$/i, "").toLowerCase());
  return says ? `${connector}: ${sheet}` : connector;
}
