/* In the locale of whoever looks. */

const formats = new Map();
export function format(kind, options) {
  const key = JSON.stringify([kind, options]);
  if (!formats.has(key)) formats.set(key, kind === "number" ? new Intl.NumberFormat(undefined, options) : new Intl.DateTimeFormat(undefined, options));
  return formats.get(key);
}

function money(number, code, brief) {
  const digits = brief && Math.abs(number) >= 1000 ? 0 : Number.isInteger(number) ? 0 : 2;
  const style = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return format("number", code === null ? style : { style: "currency", currency: code, ...style }).format(number);
}

export function numberText(number, field, code, brief) {
  if (field.format === "money") return money(number, code, brief);
  if (field.format === "percent") return format("number", { style: "percent", maximumFractionDigits: 1 }).format(field.ratio ? number : number / 100);
  return format("number", { maximumFractionDigits: brief && Math.abs(number) >= 1000 ? 0 : 2 }).format(number);
}

export function timeText(date, field) {
  if (field.format === "month") return format("date", { month: "short", year: "numeric" }).format(date);
  return format("date", field.format === "moment" ? { dateStyle: "medium", timeStyle: "short" } : { dateStyle: "medium" }).format(date);
}

export const words = (text) => {
  const plain = String(text).replaceAll("_", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

const good = /^(done|paid|won|ready|complete|completed|active|ok|approved|healthy|delivered|resolved|customer|success|passed|on track|live)$/;
const warn = /^(in progress|pending|waiting|partly|partial|on hold|draft|due soon|review|at risk|medium|in review|1-30)$/;
const bad = /^(overdue|late|failed|failing|lost|blocked|rejected|cancelled|canceled|not started|missing|critical|high|error|expired|unpaid|31-60|61-90|over 90|90\+)$/;

export function tone(value) {
  const plain = String(value).toLowerCase().replaceAll("_", " ");
  return good.test(plain) ? " good" : warn.test(plain) ? " warn" : bad.test(plain) ? " bad" : "";
}
