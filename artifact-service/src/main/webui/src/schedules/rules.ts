import type { Misfire } from "./types.ts";

/** What else can be said about a schedule. */
export interface Rules {
  readonly jitterSeconds: number;
  readonly misfire: Misfire;
}

export const usualRules: Rules = { jitterSeconds: 0, misfire: "run_once" };

export const spreads: readonly { seconds: number; label: string }[] = [
  { seconds: 0, label: "Exactly on time" },
  { seconds: 300, label: "Within 5 minutes after" },
  { seconds: 900, label: "Within 15 minutes after" },
  { seconds: 3600, label: "Within an hour after" },
];

export const misfires: readonly { value: Misfire; label: string }[] = [
  { value: "run_once", label: "Fetch once, as soon as possible" },
  { value: "skip", label: "Wait for the next time" },
];

export const terms: readonly { days: number; label: string }[] = [
  { days: 0, label: "Until I take it back" },
  { days: 30, label: "For 30 days" },
  { days: 90, label: "For 90 days" },
  { days: 365, label: "For a year" },
];

/** When a permission of so many days ends; undefined for one without an end. */
export function endOf(days: number, now: number): string | undefined {
  return days === 0 ? undefined : new Date(now + days * 86_400_000).toISOString();
}

/** The choices, with the one that applies among them even where it is none of ours. */
export function spreadsWith(seconds: number): readonly { seconds: number; label: string }[] {
  const known = spreads.some((spread) => spread.seconds === seconds);
  return known ? spreads : [...spreads, { seconds, label: `Within ${seconds} seconds after` }];
}
