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
  { value: "month-end", label: "On the last day of the month", timed: true, cron: (hour, minute) => `${minute} ${hour} L * *` },
  { value: "custom", label: "Another rhythm…", timed: false, cron: () => "" },
];

/** When a schedule fires, as a person chooses it. */
export interface Rhythm {
  readonly preset: string;
  readonly time: string;
  readonly custom: string;
}

export const usual: Rhythm = { preset: "weekdays", time: "07:00", custom: "" };

/** `07:30` as hour and minute; undefined if it is no time of day. */
export function parseTime(time: string): readonly [number, number] | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? [hour, minute] : undefined;
}

/** The five fields of a rhythm; empty while it is not complete. */
export function cronOf({ preset, time, custom }: Rhythm): string {
  const found = presets.find(({ value }) => value === preset);
  if (found === undefined || found.value === "custom") return custom.trim();
  if (!found.timed) return found.cron(0, 0);
  const at = parseTime(time);
  return at === undefined ? "" : found.cron(...at);
}

/** The rhythm that five fields mean: one of the presets, or as they are written. */
export function rhythmOf(cron: string): Rhythm {
  const [minute = "", hour = ""] = cron.split(" ");
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  const preset = presets.find(({ value, timed }) => value !== "custom" && cronOf({ preset: value, time: timed ? time : "", custom: "" }) === cron);
  if (preset === undefined) return { ...usual, preset: "custom", custom: cron };
  return { ...usual, preset: preset.value, time: preset.timed ? time : usual.time };
}

export function timeZones(first?: string): string[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([...(first === undefined ? [] : [first]), here, "UTC", ...Intl.supportedValuesOf("timeZone")])];
}
