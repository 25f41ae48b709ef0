import { cellText, type Rows, valueAt } from "./rows.ts";

/** Spreadsheets run what starts like a formula; a leading apostrophe makes it text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
}

function field(value: unknown): string {
  const text = typeof value === "number" ? String(value) : harmless(cellText(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180), with the byte order mark that lets Excel read it as UTF-8. */
export function toCsv({ columns, rows }: Rows): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => valueAt(row, column)))];
  return `\uFEFF${lines.map((line) => line.map(field).join(",")).join("\r\n")}\r\n`;
}
