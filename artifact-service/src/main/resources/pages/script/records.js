import { ask } from "./asking.js";
import { at, currencyIn, isEmpty, isNumber, isRecord, isTime, raw, rowsAt, toDate, toNumber } from "./reading.js";

// Where this page has its data from, and what that calls the fields that the page means by their keys.
const { sources } = JSON.parse(document.getElementById("page-sources").textContent);

/** True if the page has such a source: some do without one or another. */
export const hasSource = (name) => sources[name] !== undefined;
export const connectorOf = (name) => sources[name].connector;

function plain(value) {
  if (Array.isArray(value)) return value.map(plain).join(", ");
  return isRecord(value) ? JSON.stringify(value) : String(value);
}

function read(row, field) {
  const value = raw(row, field);
  if (isEmpty(value)) return null;
  if (isTime(field)) return toDate(value, field);
  if (!isNumber(field)) return plain(value);
  const number = toNumber(value);
  return number !== null && field.format === "percent" && !field.ratio ? number / 100 : number;
}

function mostFrequent(values) {
  const times = new Map();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/**
 * The rows of a source by the page's own keys: numbers, shares and days are read, what is empty is null. `currency` is that of
 * most amounts; each row has its own, and `figures` are what the source gives beside its rows.
 */
export async function recordsOf(name) {
  const source = sources[name];
  const answer = await ask(source);
  const fields = source.fields.filter(({ path }) => path !== "");
  const money = fields.find(({ format }) => format === "money");
  const rows = rowsAt(answer, source.rows).map((row) => ({
    ...Object.fromEntries(fields.map((field) => [field.key, read(row, field)])),
    currency: money === undefined ? null : currencyIn(row, money, answer),
  }));
  const figures = Object.fromEntries((source.figures ?? []).map((figure) => [figure.key, toNumber(at(answer, figure.path))]));
  const asOf = toDate(at(answer, "asOf") ?? at(answer, "updatedAt") ?? "", {}) ?? new Date();
  return { rows, figures, asOf, currency: mostFrequent(rows.map(({ currency }) => currency)) };
}
