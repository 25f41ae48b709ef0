const day = 86_400_000;

/** When a share ends: never, after so many days, or at the end of a day that is named. */
export type Ending = "never" | "1" | "7" | "30" | "90" | "date";

export interface Expiry {
  readonly ending: Ending;
  /** `yyyy-mm-dd`, for `date`. */
  readonly date: string;
}

export const noEnd: Expiry = { ending: "never", date: "" };

export const endings: readonly { value: Ending; label: string }[] = [
  { value: "never", label: "It does not end" },
  { value: "1", label: "After a day" },
  { value: "7", label: "After a week" },
  { value: "30", label: "After 30 days" },
  { value: "90", label: "After 90 days" },
  { value: "date", label: "On a day of your choice…" },
];

function padded(number: number): string {
  return String(number).padStart(2, "0");
}

/** The day that a moment is on here, as a date field has it. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${padded(date.getMonth() + 1)}-${padded(date.getDate())}`;
}

/** The choice that an end on record stands for. */
export function expiryOf(expiresAt: string | null | undefined): Expiry {
  return expiresAt == null ? noEnd : { ending: "date", date: dayOf(Date.parse(expiresAt)) };
}

/** The moment of a choice: null for none, undefined while a day is still to be named or has passed. */
export function momentOfExpiry({ ending, date }: Expiry, now: number): string | null | undefined {
  if (ending === "never") return null;
  if (ending !== "date") return new Date(now + Number(ending) * day).toISOString();
  const at = new Date(`${date}T23:59:59`).getTime();
  return Number.isNaN(at) || at <= now ? undefined : new Date(at).toISOString();
}
