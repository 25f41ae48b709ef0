import { dbPrefix } from "../protocol.ts";
import { toText } from "./json.ts";
import type { Items } from "./items.ts";

/** `window.claude.db`: JSON under keys, per person and artifact. */
export interface PageDb {
  get(key: unknown): Promise<unknown>;
  set(key: unknown, value: unknown): Promise<void>;
  delete(key: unknown): Promise<void>;
  keys(): Promise<string[]>;
  list(): Promise<{ key: string; value: unknown }[]>;
  clear(): Promise<void>;
}

function parse(text: string | undefined): unknown {
  return text === undefined ? null : JSON.parse(text);
}

/** Runs `task` now; what it throws becomes a rejection. */
function promise<T>(task: () => T): Promise<T> {
  return new Promise((resolve) => resolve(task()));
}

export function makeDb(items: Pick<Items, "get" | "set" | "remove" | "keys">): PageDb {
  const name = (key: unknown) => dbPrefix + toText(key);
  const keys = () => items.keys().filter((key) => key.startsWith(dbPrefix));

  return {
    get: (key) => promise(() => parse(items.get(name(key)))),
    set: (key, value) => promise(() => items.set(name(key), JSON.stringify(value ?? null))),
    delete: (key) => promise(() => items.remove(name(key))),
    keys: () => promise(() => keys().map((key) => key.slice(dbPrefix.length))),
    list: () => promise(() => keys().map((key) => ({ key: key.slice(dbPrefix.length), value: parse(items.get(key)) }))),
    clear: () => promise(() => keys().forEach((key) => items.remove(key))),
  };
}
