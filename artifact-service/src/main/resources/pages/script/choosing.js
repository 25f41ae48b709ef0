import { period } from "./periods.js";
import { isTime, raw } from "./reading.js";
import { compare, rank, text } from "./rows.js";
import { fieldOf, fields, pageSize, seen, spec } from "./spec.js";

export const remembered = recall();

function recall() {
  try {
    return { filters: {}, search: "", ...JSON.parse(localStorage.getItem("view") || "{}") };
  } catch {
    return { filters: {}, search: "" };
  }
}

function remember() {
  try {
    localStorage.setItem("view", JSON.stringify(remembered));
  } catch {
    // without storage a choice lasts as long as the page is open
  }
}

export function holds(row, condition) {
  const field = fieldOf(condition.field);
  if (field === undefined) return true;
  if (condition.is !== undefined) {
    const time = rank(row, field);
    const [from, to] = period(condition.is) ?? [];
    return typeof time === "number" && from !== undefined && time >= from.getTime() && time < to.getTime();
  }
  const same = text(row, field) === condition.equals || String(raw(row, field)) === String(condition.equals);
  return condition.not === true ? !same : same;
}

export function filtered() {
  const wanted = remembered.search.trim().toLocaleLowerCase();
  const conditions = spec.filters.flatMap((key) => {
    const value = remembered.filters[key];
    if (value === undefined || fieldOf(key) === undefined) return [];
    return [isTime(fieldOf(key)) ? { field: key, is: value } : { field: key, equals: value }];
  });
  return seen.rows.filter((row) => conditions.every((condition) => holds(row, condition)) && (wanted === "" || fields.some((field) => text(row, field).toLocaleLowerCase().includes(wanted))));
}

export function sorted(list) {
  const { field: key, descending } = remembered.sort ?? spec.sort ?? {};
  const field = fieldOf(key);
  if (field === undefined) return list;
  const ranked = list.map((row) => [rank(row, field), row]);
  ranked.sort(([a], [b]) => (a === null || b === null || !descending ? compare(a, b) : compare(b, a)));
  return ranked.map(([, row]) => row);
}

/** Somebody chose something: it is kept, and the page follows. */
export function changed() {
  seen.shown = pageSize;
  remember();
  seen.show();
}
