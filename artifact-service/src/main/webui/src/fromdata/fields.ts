import type { Currency, Format, PageField } from "./spec.ts";
import type { Profile } from "./profile.ts";
import { labelOf } from "./words.ts";

/** The words that a field's name is made of: `closeDate` → `close`, `date`. */
function wordsOf(path: string): Set<string> {
  const last = path.split(".").at(-1) ?? path;
  return new Set(last.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}%]+/u).filter((word) => word !== ""));
}

const hasWord = (path: string, list: string) => {
  const words = wordsOf(path);
  return list.split(" ").some((word) => words.has(word));
};

const moneyWords = "amount price cost costs revenue total balance fee tax salary budget payment net gross debit credit cash income expense expenses profit sales paid received mrr arr eur usd gbp overdue turnover spend betrag preis umsatz summe";
const percentWords = "percent pct percentage probability share rate progress margin % quote";
const idWords = "id uuid guid key number no nr reference ref code sku account year zip plz postcode";
const statusWords = "status state stage phase preparation priority severity age level result outcome health";
const nameWords = "name title subject deal project customer company party client meeting task summary supplier vendor product item account";

export const hasMoneyName = (path: string) => hasWord(path, moneyWords);

/** Few values that come again and again: good for filters and groups. */
export function isCategory({ kind, distinct, filled, averageLength }: Profile): boolean {
  return kind === "boolean" || (kind === "text" && distinct >= 2 && distinct <= 24 && filled >= distinct * 1.5 && averageLength < 40);
}

function textFormat(profile: Profile): Format {
  if (profile.looks === "link" || profile.looks === "email") return profile.looks === "link" ? "link" : "text";
  if (hasWord(profile.path, statusWords) && profile.distinct <= 12) return "status";
  if (profile.averageLength > 60) return "long";
  return hasWord(profile.path, idWords) && !hasWord(profile.path, "name") ? "id" : "text";
}

function numberFormat(profile: Profile): Format {
  if (profile.looks === "money") return "money";
  if (hasWord(profile.path, percentWords)) return "percent";
  // "Total items" counts; "total" alone is an amount.
  if (hasMoneyName(profile.path) && !hasWord(profile.path, "count items tasks days hours year number")) return "money";
  return hasWord(profile.path, idWords) ? "id" : "number";
}

function formatOf(profile: Profile): Format {
  switch (profile.kind) {
    case "time":
      return profile.looks === "moment" || profile.looks === "month" ? profile.looks : "date";
    case "number":
      return numberFormat(profile);
    case "boolean":
      return "yes-no";
    case "list":
    case "group":
      return "list";
    case "text":
      return textFormat(profile);
    case "empty":
      return hasMoneyName(profile.path) ? "money" : hasWord(profile.path, "date due day") ? "date" : "text";
  }
}

function isRatio({ values }: Profile): boolean {
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.some((value) => !Number.isInteger(value)) && numbers.every((value) => Math.abs(value) <= 1);
}

/** The field that rows are called by: a name, else the first text that tells rows apart. */
function nameAmong(profiles: readonly Profile[], formats: ReadonlyMap<string, Format>): string | undefined {
  const texts = profiles.filter(({ path, kind }) => kind === "text" && formats.get(path) === "text");
  const named = texts.filter(({ path }) => hasWord(path, nameWords) && !path.includes("."));
  const tells = ({ distinct, filled }: Profile) => filled > 0 && distinct / filled > 0.8;
  const called = named.filter(({ path }) => hasWord(path, "name title subject summary task"));
  return (called.find(tells) ?? named.find(tells) ?? texts.find(tells) ?? named[0])?.path;
}

const worth: Record<Format, number> = { name: 0, status: 1, money: 2, date: 2, moment: 3, month: 2, percent: 4, number: 4, "yes-no": 5, text: 5, id: 7, link: 7, list: 6, long: 6 };
const mostColumns = 9;

/** Those worth a column: what is the same in every row, empty or only a key is left to the form. */
function columnsAmong(profiles: readonly Profile[], formats: ReadonlyMap<string, Format>, rows: number): Set<string> {
  const candidates = profiles.filter(({ path, kind, distinct, filled }) => {
    if (rows === 0) return true;
    if (kind === "empty" || kind === "group" || filled === 0) return false;
    if (rows > 3 && distinct === 1 && filled === rows && formats.get(path) !== "name") return false;
    return !(hasWord(path, "id uuid guid") && wordsOf(path).size > 1) && !hasWord(path, "currency");
  });
  const value = ({ path }: Profile) => worth[formats.get(path) ?? "text"] + (hasWord(path, "created updated modified") ? 4 : 0);
  const best = [...candidates].sort((a, b) => value(a) - value(b)).slice(0, mostColumns);
  return new Set((best.length === 0 ? profiles.slice(0, mostColumns) : best).map(({ path }) => path));
}

/** The fields of a page, as their values and names suggest them. */
export function fieldsOf(profiles: readonly Profile[], rows: number, currency: Currency | undefined): PageField[] {
  const formats = new Map(profiles.map((profile) => [profile.path, formatOf(profile)]));
  const name = nameAmong(profiles, formats);
  if (name !== undefined) formats.set(name, "name");
  const columns = columnsAmong(profiles, formats, rows);
  const own = profiles.find(({ path, values }) => hasWord(path, "currency") && values.every((value) => typeof value === "string" && /^[A-Z]{3}$/.test(value)) && values.length > 0);
  return profiles.map((profile) => {
    const { path } = profile;
    const format = formats.get(path) ?? "text";
    const code = profile.currency ?? (own === undefined ? currency : { path: own.path });
    return {
      key: path,
      path,
      label: labelOf(path),
      format,
      shown: columns.has(path),
      ...(format === "money" && code !== undefined ? { currency: code } : {}),
      ...(format === "percent" && isRatio(profile) ? { ratio: true } : {}),
      ...(profile.order === null ? {} : { order: profile.order }),
    };
  });
}
