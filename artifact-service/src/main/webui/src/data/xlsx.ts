import type { SheetData } from "write-excel-file/browser";
import { cellText, type Rows, valueAt } from "./rows.ts";

/** The rows of a spreadsheet's sheet end here. */
const mostRows = 1_048_575;
/** A cell holds no longer text. */
const mostText = 32_767;

const isoDay = /^\d{4}-\d\d-\d\d$/;

function cell(value: unknown): SheetData[number][number] {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number" && Number.isFinite(value)) return { value, type: Number };
  if (typeof value === "boolean") return { value, type: Boolean };
  if (typeof value === "string" && isoDay.test(value)) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  return { value: cellText(value).slice(0, mostText), type: String };
}

/** Rows as the cells of a sheet, numbers and days as such; the columns' names on top. */
export function toCells({ columns, rows }: Rows): SheetData {
  const head = columns.map((column) => ({ value: column, type: String, fontWeight: "bold" as const }));
  return [head, ...rows.slice(0, mostRows).map((row) => columns.map((column) => cell(valueAt(row, column))))];
}

/** Rows as an Excel workbook with one sheet. The library is loaded when it is first wanted. */
export async function toXlsx(rows: Rows): Promise<Blob> {
  const { default: write } = await import("write-excel-file/browser");
  return write(toCells(rows), { sheet: "Data", stickyRowsCount: 1 }).toBlob();
}
