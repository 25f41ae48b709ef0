/** Days that move with the day on which data is fetched, as an alert's filter asks for them. */

import type { FilterOp } from "./types.ts";

/** How a date is compared with a day that moves; `in` is about a whole period. */
export type DayOp = "in" | "before" | "notAfter" | "after" | "notBefore";

export interface DayChoice {
  /** As the server reads it. */
  readonly value: string;
  readonly label: string;
}

export const dayOps: readonly { readonly value: DayOp; readonly label: string; readonly sign: FilterOp }[] = [
  { value: "in", label: "is in", sign: "in" },
  { value: "before", label: "is before", sign: "<" },
  { value: "notAfter", label: "is on or before", sign: "<=" },
  { value: "after", label: "is after", sign: ">" },
  { value: "notBefore", label: "is on or after", sign: ">=" },
];

const periods: readonly DayChoice[] = [
  { value: "today", label: "today" },
  { value: "yesterday", label: "yesterday" },
  { value: "tomorrow", label: "tomorrow" },
  { value: "week.start", label: "this week" },
  { value: "week.start-1w", label: "last week" },
  { value: "week.start+1w", label: "next week" },
  { value: "month.start", label: "this month" },
  { value: "month.start-1M", label: "last month" },
  { value: "month.start+1M", label: "next month" },
  { value: "quarter.start", label: "this quarter" },
  { value: "quarter.start-3M", label: "last quarter" },
  { value: "year.start", label: "this year" },
  { value: "year.start-12M", label: "last year" },
];

const days: readonly DayChoice[] = [
  { value: "today", label: "today" },
  ...[7, 14, 30, 60, 90].map((count) => ({ value: `today-${count}d`, label: `${count} days ago` })),
  ...[7, 14, 30].map((count) => ({ value: `today+${count}d`, label: `in ${count} days` })),
  { value: "week.start", label: "first day of this week" },
  { value: "month.start", label: "first day of this month" },
  { value: "quarter.start", label: "first day of this quarter" },
  { value: "year.start", label: "first day of this year" },
];

export function isDayOp(op: string): op is DayOp {
  return dayOps.some(({ value }) => value === op);
}

/** What a date can be compared with; the one that applies among them even where it is none of ours. */
export function dayChoices(op: DayOp, chosen: string): readonly DayChoice[] {
  const known = op === "in" ? periods : days;
  return known.some(({ value }) => value === chosen) ? known : [...known, { value: chosen, label: chosen }];
}

/** The choice that is made when nobody has made one. */
export const usualDay = (op: DayOp) => (op === "in" ? "week.start" : "today");

export function signOf(op: DayOp): FilterOp {
  return dayOps.find(({ value }) => value === op)?.sign ?? "in";
}

/** How a filter of the server is chosen here; a day that is to be met exactly is a period of one day. */
export function dayOpOf(sign: FilterOp): DayOp {
  return dayOps.find((one) => one.sign === sign)?.value ?? "in";
}
