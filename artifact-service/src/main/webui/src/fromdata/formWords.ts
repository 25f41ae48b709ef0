import type { ChartKind, Format, Measure, PageCard, PageChart, Period } from "./spec.ts";

export const currencies = ["EUR", "USD", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK", "INR", "CNY", "BRL"] as const;

export const formatWords: Record<Format, string> = {
  text: "Text",
  name: "Name",
  long: "Long text",
  status: "Status",
  number: "Number",
  money: "Money",
  percent: "Percent",
  date: "Date",
  moment: "Date and time",
  month: "Month",
  "yes-no": "Yes or no",
  list: "List",
  link: "Link",
  id: "Identifier",
};

export const measureWords: Record<Measure | "value", string> = { count: "Number of rows", sum: "Sum", average: "Average", largest: "Largest", smallest: "Smallest", value: "From the source" };
export const periodWords: Record<Period, string> = {
  today: "today",
  "this-week": "this week",
  "next-7-days": "in the next 7 days",
  "this-month": "this month",
  "last-month": "last month",
  "this-year": "this year",
  overdue: "before today",
};
export const chartWords: Record<ChartKind, string> = { bars: "Bars", columns: "Columns", line: "Line" };
export const spanWords: Record<NonNullable<PageChart["per"]>, string> = { day: "day", week: "week", month: "month", year: "year", age: "age" };

/** A card's condition as one value of a list: `due:this-month`. */
export function conditionKey({ where }: PageCard): string {
  return where !== undefined && "is" in where ? `${where.field}\u0000${where.is}` : "";
}
