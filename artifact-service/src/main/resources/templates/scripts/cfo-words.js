import { make } from "../../pages/script/elements.js";

/* Amounts, days and tables in the locale of whoever looks. */

/** The currency of what is being written. */
export const written = { currency: null };

const amountIn = (options) => (amount, currency = written.currency) => new Intl.NumberFormat(undefined, { ...(currency === null ? {} : { style: "currency", currency }), ...options }).format(amount);
export const whole = amountIn({ maximumFractionDigits: 0 });
export const short = amountIn({ notation: "compact", maximumFractionDigits: 1 });
export const count = (number) => new Intl.NumberFormat().format(number);
export const percent = (share) => new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 }).format(share);
export const dateText = (day) => new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" }).format(day);
export const dayText = (day) => new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" }).format(day);
export const monthText = (day) => new Intl.DateTimeFormat(undefined, { month: "short", year: "2-digit" }).format(day);
export const total = (rows, of) => rows.reduce((sum, row) => sum + (row[of] ?? 0), 0);

/** One amount for each month, the oldest first, however many bookings a source gives for it. */
export function byMonth(rows) {
  const amounts = new Map();
  for (const { month, amount } of rows) {
    if (month === null || amount === null) continue;
    const first = new Date(month.getFullYear(), month.getMonth(), 1).getTime();
    amounts.set(first, (amounts.get(first) ?? 0) + amount);
  }
  return [...amounts].sort(([a], [b]) => a - b).map(([time, amount]) => ({ month: new Date(time), amount }));
}

export function table(caption, heads, rows) {
  const cells = (row) => row.map((text, i) => make(i === 0 ? "th" : "td", { className: i === 0 ? "" : "number", textContent: text }));
  const head = heads.map((text, i) => make("th", { scope: "col", className: i === 0 ? "" : "number", textContent: text }));
  const body = rows.map((row) => make("tr", {}, ...cells(row)));
  return make("table", {}, make("caption", { textContent: caption }), make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
}
