export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const own = (value, name) => (value != null && Object.hasOwn(Object(value), name) ? value[name] : undefined);

/** What stands at a path: a name as it is, or names with dots between them. */
export function at(value, path) {
  if (path === "" || value == null) return path === "" ? value : undefined;
  const whole = own(value, path);
  return whole !== undefined ? whole : path.split(".").reduce(own, value);
}

/** The rows that stand at a path of an answer; the answer itself without one. */
export function rowsAt(answer, path) {
  const list = path === null ? [answer] : at(answer, path);
  if (Array.isArray(list)) return list.map((item) => (isRecord(item) ? item : { value: item }));
  return isRecord(list) ? [list] : [];
}

export const raw = (row, field) => at(row, field.path);

export const isEmpty = (value) => value === null || value === undefined || value === "";

export function toNumber(value) {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || !/\d/.test(value)) return null;
  let text = value.replace(/[^\d.,()-]/g, "");
  const negative = /^\(.*\)$/.test(text) || /^-|-$/.test(text);
  text = text.replace(/[()-]/g, "");
  const decimal = text.includes(".") && text.includes(",") ? (text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",") : /,\d{1,2}$/.test(text) ? "," : ".";
  const number = Number(text.replaceAll(decimal === "." ? "," : ".", "").replace(decimal, "."));
  return Number.isFinite(number) ? (negative ? -number : number) : null;
}

const dayAt = (year, month, day) => {
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return date.getDate() === Number(day) ? date : null;
};

/** A date without a time is that day wherever one looks from. */
export function toDate(value, field) {
  if (typeof value === "number") return new Date(value < 1e11 ? value * 1000 : value);
  if (typeof value !== "string") return null;
  const text = value.trim();
  let part = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (part) return dayAt(part[1], part[2], part[3] || 1);
  part = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (part) return field.order === "mdy" || Number(part[2]) > 12 ? dayAt(part[3], part[1], part[2]) : dayAt(part[3], part[2], part[1]);
  const moment = /\d{4}/.test(text) && /[-/ ,T]/.test(text) ? new Date(text) : null;
  return moment && !Number.isNaN(moment.getTime()) ? moment : null;
}

export const isTime = (field) => ["date", "moment", "month"].includes(field.format);
export const isNumber = (field) => ["number", "money", "percent"].includes(field.format);

/** The currency of an amount: a code, or where it stands in the row or beside the rows. */
export function currencyIn(row, field, answer) {
  const code = field.currency?.path ? (at(row, field.currency.path) ?? at(answer, field.currency.path)) : field.currency;
  return /^[A-Z]{3}$/.test(code ?? "") ? code : null;
}
