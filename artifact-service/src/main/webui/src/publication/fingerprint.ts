import { isObject, type Json, type JsonObject } from "../../protocol.ts";

/** IEEE 754 in hex, without the sign of zero. */
function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value + 0);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

function text(value: string): string {
  return `s${value.length}:${value}`;
}

function write(value: Json | undefined): string {
  if (value === undefined || value === null) return "n";
  switch (typeof value) {
    case "string":
      return text(value);
    case "number":
      return `d${bits(value)}`;
    case "boolean":
      return value ? "t" : "f";
  }
  if (Array.isArray(value)) return `[${value.map(write).join("")}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => text(key) + write(value[key])).join("")}}`;
}

function removed(value: Json | undefined, [key, ...rest]: readonly string[]): Json {
  if (key === undefined || value === undefined || value === null || typeof value !== "object") return value ?? null;
  if (Array.isArray(value)) {
    return value.map((element, at) => (String(at) !== key ? element : rest.length === 0 ? null : removed(element, rest)));
  }
  if (!Object.hasOwn(value, key)) return value;
  const { [key]: found, ...others } = value;
  return rest.length === 0 ? others : { ...others, [key]: removed(found, rest) };
}

function steps(pointer: string): string[] {
  return pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The arguments but for those that depend on the day: `paths` are JSON Pointers (RFC 6901). */
export function without(paths: readonly string[], args: JsonObject): JsonObject {
  const rest = paths.reduce<Json>((left, path) => removed(left, steps(path)), args);
  return isObject(rest) ? rest : {};
}

/**
 * Names the arguments of a call without saying them; blind to the cache busters that pages add (`_cb`). The server's
 * `Fingerprint` is the same function.
 */
export async function fingerprint(args: JsonObject): Promise<string> {
  const kept = Object.fromEntries(Object.entries(args).filter(([key]) => !key.startsWith("_")));
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(write(kept)));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
