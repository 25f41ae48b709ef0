import { reduce } from "./figures.js";
import { plusDays, startOfDay } from "./periods.js";
import { raw, toDate, toNumber } from "./reading.js";
import { currencyOf, text } from "./rows.js";
import { fields } from "./spec.js";
import { format, numberText } from "./wording.js";

const ages = ["Not due yet", "1–30 days", "31–60 days", "61–90 days", "Over 90 days"];

function ageOf(date) {
  const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 864e5);
  return days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4;
}

function bucketOf(date, per) {
  if (per === "year") return new Date(date.getFullYear(), 0, 1);
  if (per === "month") return new Date(date.getFullYear(), date.getMonth(), 1);
  return per === "week" ? plusDays(date, -((date.getDay() + 6) % 7)) : startOfDay(date);
}

function bucketText(time, per) {
  const options = per === "year" ? { year: "numeric" } : per === "month" ? { month: "short", year: "2-digit" } : { day: "numeric", month: "short" };
  return format("date", options).format(new Date(time));
}

const chartField = (chart, key) => (chart.fields ?? fields).find((field) => field.key === key);

function groupOf(row, by, per) {
  if (per === undefined) return { name: text(row, by) || "None", order: 0 };
  const date = toDate(raw(row, by), by);
  if (date === null) return null;
  if (per === "age") return { name: ages[ageOf(date)], order: ageOf(date) };
  const time = bucketOf(date, per).getTime();
  return { name: bucketText(time, per), order: time };
}

/** The groups of a chart with their figures, in the order in which they are drawn. */
export function groups(chart, list) {
  const by = chartField(chart, chart.by);
  const of = chartField(chart, chart.field);
  const found = new Map();
  if (by === undefined) return [];
  for (const row of list) {
    const group = groupOf(row, by, chart.per);
    if (group === null) continue;
    const key = chart.per === undefined ? group.name : group.order;
    if (!found.has(key)) found.set(key, { ...group, numbers: [], rows: [] });
    const number = chart.of === "count" || of === undefined ? 1 : toNumber(raw(row, of));
    if (number !== null) found.get(key).numbers.push(number);
    found.get(key).rows.push(row);
  }
  const all = [...found.values()].map((group) => ({ ...group, value: group.numbers.length === 0 ? 0 : reduce(group.numbers, chart.of), field: of, chart }));
  if (chart.per !== undefined) return all.sort((a, b) => a.order - b.order);
  return chart.given ? all : all.sort((a, b) => b.value - a.value);
}

export function figure({ value, field, chart, rows: list }) {
  if (chart.of === "count" || field === undefined) return format("number", {}).format(value);
  return numberText(value, field, list.length === 0 ? null : currencyOf(list[0], field), true);
}
