export interface Preset {
  readonly value: string;
  readonly label: string;
  /** True if a time of day belongs to it. */
  readonly timed: boolean;
  readonly cron: (hour: number, minute: number) => string;
}

export const presets: readonly Preset[] = [
  { value: "weekdays", label: "Every weekday", timed: true, cron: (hour, minute) => `${minute} ${hour} * * 1-5` },
  { value: "daily", label: "Every day", timed: true, cron: (hour, minute) => `${minute} ${hour} * * *` },
  { value: "mondays", label: "Every Monday", timed: true, cron: (hour, minute) => `${minute} ${hour} * * 1` },
  { value: "hourly", label: "Every hour", timed: false, cron: () => "0 * * * *" },
  { value: "month-start", label: "On the first day of the month", timed: true, cron: (hour, minute) => `${minute} ${hour} 1 * *` },
  { value: "custom", label: "Another rhythm…", timed: false, cron: () => "" },
];

/** `07:30` as hour and minute; seven o'clock if it is not a time. */
export function parseTime(time: string): readonly [number, number] {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time);
  const hour = Number(match?.[1] ?? 7);
  const minute = Number(match?.[2] ?? 0);
  return hour < 24 && minute < 60 ? [hour, minute] : [7, 0];
}

export function cronOf(preset: string, time: string, custom: string): string {
  const found = presets.find(({ value }) => value === preset);
  return found === undefined || found.value === "custom" ? custom.trim() : found.cron(...parseTime(time));
}

export function timeZones(): string[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([here, "UTC", ...Intl.supportedValuesOf("timeZone")])];
}
