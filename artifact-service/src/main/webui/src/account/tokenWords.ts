import type { Scope } from "./types.ts";

export const scopes: readonly { readonly scope: Scope; readonly label: string; readonly hint: string }[] = [
  { scope: "read", label: "Read", hint: "See what you can see: artifacts, snapshots, connectors, schedules." },
  { scope: "write", label: "Write", hint: "Make, change, share and delete, and make the calls of a page." },
  { scope: "refresh", label: "Refresh", hint: "Run schedules that exist already." },
];

export const lives = [
  { days: 7, label: "7 days" },
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "1 year" },
] as const;

const dayMs = 24 * 60 * 60 * 1_000;
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

export function endOf(days: number, now: number): string {
  return new Date(now + days * dayMs).toISOString();
}

export function scopesInWords(given: readonly Scope[]): string {
  return scopes
    .filter(({ scope }) => given.includes(scope))
    .map(({ label }) => label.toLowerCase())
    .join(", ");
}

/** `ends in 6 days`, `ends 12 June 2027`, `ended 12 June 2026`. */
export function endInWords(expiresAt: string, now: number): string {
  const at = Date.parse(expiresAt);
  const days = Math.ceil((at - now) / dayMs);
  if (days <= 0) return `ended ${date.format(at)}`;
  if (days === 1) return "ends within a day";
  return days < 14 ? `ends in ${days} days` : `ends ${date.format(at)}`;
}
