import type { Json } from "../protocol.ts";

/** `value` as JSON would carry it; `fallback` if JSON cannot (a cycle, a BigInt). */
export function toJson(value: unknown, fallback: Json = null): Json {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined ? fallback : (JSON.parse(text) as Json);
  } catch {
    return fallback;
  }
}

/** `value` as text, without ever throwing. */
export function toText(value: unknown): string {
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
