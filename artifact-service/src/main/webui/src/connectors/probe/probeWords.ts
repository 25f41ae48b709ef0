import type { Json } from "../../../protocol.ts";
import type { ProbeField, ProbeFinding } from "../types.ts";
import { durationOf } from "../../host/ages.ts";

const sources = { structured: "", "json-text": ", written as text", markdown: ", in a table of text", text: "" } as const;
const types: Record<string, string> = { string: "text", integer: "whole number", number: "number", boolean: "yes or no", object: "group", array: "list", null: "empty" };
const looks: Record<string, string> = { date: "a date", timestamp: "a moment", money: "money", id: "an identifier", url: "a web address", email: "an email address" };

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${more}`);

/** `48 rows in deals, in 0.3 s`. */
export function summaryOf({ answer, rows }: ProbeFinding): string {
  if (answer.outcome === "failed") return answer.error?.message ?? "The tool did not answer.";
  if (answer.result.isError === true) return "The tool says that it failed.";
  const took = `in ${durationOf(answer.durationMillis)}`;
  if (rows == null) return `Answered ${took}, without rows`;
  return `${many(rows.count, "row", "rows")}${rows.path === "" || rows.path === "$" ? "" : ` in ${rows.path}`}${sources[rows.source]}, ${took}`;
}

/** `deals[].amount` is `amount` in a row of `deals`; what stands beside the rows keeps its path. */
export function nameInRow(path: string, rowsPath: string): string {
  const row = `${rowsPath}[].`;
  return path.startsWith(row) ? path.slice(row.length) : path;
}

export function typeInWords({ type, types: seen }: ProbeField): string {
  const names = (seen === undefined || seen.length === 0 ? [type] : seen).filter((name) => name !== "null");
  return names.length === 0 ? "always empty" : names.map((name) => types[name] ?? name).join(" or ");
}

/** `never`, `4 %`, `always`: how often a field is empty. */
export function emptyInWords(nullShare: number): string {
  if (nullShare <= 0) return "never";
  if (nullShare >= 1) return "always";
  return nullShare < 0.01 ? "under 1 %" : `${Math.min(99, Math.round(nullShare * 100))} %`;
}

function valueInWords(value: Json): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? value.toLocaleString("en-GB", { maximumFractionDigits: 6, useGrouping: false }) : JSON.stringify(value);
}

/** `1,000 to 48,000`; empty where there is no order. */
export function rangeInWords({ min, max }: ProbeField): string {
  if (min === undefined || min === null || max === undefined || max === null) return "";
  return valueInWords(min) === valueInWords(max) ? valueInWords(min) : `${valueInWords(min)} to ${valueInWords(max)}`;
}

export function looksInWords(looksLike: string | null | undefined): string {
  return looksLike == null || looksLike === "" ? "" : (looks[looksLike] ?? looksLike);
}

export function examplesInWords(examples: readonly Json[]): string {
  return examples.slice(0, 3).map(valueInWords).join(" · ");
}
