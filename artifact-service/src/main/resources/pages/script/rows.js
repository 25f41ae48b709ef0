import { currencyIn, isEmpty, isNumber, isRecord, isTime, raw, rowsAt, toDate, toNumber } from "./reading.js";
import { seen } from "./spec.js";
import { numberText, timeText, words } from "./wording.js";

export const listAt = (path) => rowsAt(seen.result, path);
export const currencyOf = (row, field) => currencyIn(row, field, seen.result);

/** What a field is sorted and compared by. */
export function rank(row, field) {
  const value = raw(row, field);
  if (isEmpty(value)) return null;
  if (isTime(field)) return toDate(value, field)?.getTime() ?? null;
  if (isNumber(field)) return toNumber(value);
  return Array.isArray(value) ? value.join(", ") : isRecord(value) ? JSON.stringify(value) : value;
}

export function compare(a, b) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });
}

export function text(row, field) {
  const value = raw(row, field);
  if (isEmpty(value)) return "";
  if (isTime(field)) {
    const date = toDate(value, field);
    return date === null ? String(value) : timeText(date, field);
  }
  if (isNumber(field)) {
    const number = toNumber(value);
    return number === null ? String(value) : numberText(number, field, currencyOf(row, field), false);
  }
  if (field.format === "yes-no") return value === true || value === "true" ? "Yes" : value === false || value === "false" ? "No" : String(value);
  if (field.format === "status") return words(value);
  if (Array.isArray(value)) return value.map((item) => (isRecord(item) ? JSON.stringify(item) : String(item))).join(", ");
  return isRecord(value) ? JSON.stringify(value) : String(value);
}
