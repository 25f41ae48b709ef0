const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** `20 November 2026 at 07:00`, on this device's clock. */
export function dateInWords(instant: string): string {
  return date.format(new Date(instant));
}

/** `20 November 2026`. */
export function dayInWords(instant: string): string {
  return day.format(new Date(instant));
}

/** A field's path as people read it: `deals › name`. */
export function fieldInWords(path: string): string {
  const [, where, ...rest] = path.split("/");
  const steps = where === "text" ? rest.slice(1) : rest;
  const words = steps.filter((step) => step !== "*").map((step) => step.replaceAll("~2", "*").replaceAll("~1", "/").replaceAll("~0", "~"));
  if (words.length > 0) return words.join(" › ");
  return where === "text" && steps.length === 0 ? "The whole text" : "Each value";
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
