const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The app speaks English; a date in another language would stand out in its sentences. */
const language = "en-GB";

function clockTime(at: Date): string {
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** How old something is, short enough for the header: `now`, `12 s`, `3 min`, `7:00`, `Mon 7:00`, `12 Jun`. */
export function ageOf(at: number, now: number): string {
  const age = Math.max(0, now - at);
  if (age < 3 * second) return "now";
  if (age < minute) return `${Math.floor(age / second)} s`;
  if (age < hour) return `${Math.floor(age / minute)} min`;
  const date = new Date(at);
  if (startOfDay(at) === startOfDay(now)) return clockTime(date);
  if (age < 6 * day) return `${date.toLocaleDateString(language, { weekday: "short" })} ${clockTime(date)}`;
  return date.toLocaleDateString(language, {
    day: "numeric",
    month: "short",
    ...(date.getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" }),
  });
}

/** When something happened or will happen, for a sentence: `today 7:00`, `tomorrow 7:00`, `Monday 7:00`, `12 June 7:00`. */
export function momentOf(at: number, now: number): string {
  const date = new Date(at);
  const days = Math.round((startOfDay(at) - startOfDay(now)) / day);
  const time = clockTime(date);
  if (days === 0) return `today ${time}`;
  if (days === 1) return `tomorrow ${time}`;
  if (days === -1) return `yesterday ${time}`;
  if (Math.abs(days) < 7) return `${date.toLocaleDateString(language, { weekday: "long" })} ${time}`;
  return `${date.toLocaleDateString(language, { day: "numeric", month: "long" })} ${time}`;
}

/** `just now`, `5 minutes ago`, `yesterday`, `12 June`. */
export function agoOf(at: number, now: number): string {
  const age = now - at;
  if (age < minute) return "just now";
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (age < hour) return words.format(-Math.floor(age / minute), "minute");
  if (startOfDay(at) === startOfDay(now)) return words.format(-Math.floor(age / hour), "hour");
  const days = Math.round((startOfDay(now) - startOfDay(at)) / day);
  if (days < 7) return words.format(-days, "day");
  return ageOf(at, now);
}

/** `0.3 s`, `12 ms`. */
export function durationOf(ms: number): string {
  if (ms < 100) return `${Math.round(ms)} ms`;
  return `${(ms / second).toFixed(ms < 10 * second ? 1 : 0)} s`;
}
