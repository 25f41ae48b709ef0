import { dbPrefix } from "../protocol.ts";
import type { Items } from "./items.ts";

/** The part of {@link Items} that a page sees as `localStorage`: without the keys of `window.claude.db`. */
class StorageView {
  constructor(readonly items: Items) {}

  keys(): string[] {
    return this.items.keys().filter((key) => !key.startsWith(dbPrefix));
  }

  has(key: string): boolean {
    return !key.startsWith(dbPrefix) && this.items.get(key) !== undefined;
  }
}

const views = new WeakMap<object, StorageView>();

function viewOf(storage: unknown): StorageView {
  const view = typeof storage === "object" && storage !== null ? views.get(storage) : undefined;
  if (view === undefined) throw new TypeError("Illegal invocation");
  return view;
}

function need(given: number, needed: number, method: string): void {
  if (given >= needed) return;
  const noun = needed === 1 ? "argument" : "arguments";
  throw new TypeError(
    `Failed to execute '${method}' on 'Storage': ${needed} ${noun} required, but only ${given} present.`,
  );
}

/** The members of `Storage.prototype`, as Web IDL has them: coercions, argument counts, brand check. */
const members: ThisType<object> & Record<string, (this: object, ...args: unknown[]) => unknown> = {
  getItem(...args) {
    const view = viewOf(this);
    need(args.length, 1, "getItem");
    const key = String(args[0]);
    return view.has(key) ? (view.items.get(key) ?? null) : null;
  },
  setItem(...args) {
    const view = viewOf(this);
    need(args.length, 2, "setItem");
    view.items.set(String(args[0]), String(args[1]));
  },
  removeItem(...args) {
    const view = viewOf(this);
    need(args.length, 1, "removeItem");
    const key = String(args[0]);
    if (view.has(key)) view.items.remove(key);
  },
  clear() {
    const view = viewOf(this);
    for (const key of view.keys()) view.items.remove(key);
  },
  key(...args) {
    const view = viewOf(this);
    need(args.length, 1, "key");
    return view.keys()[Number(args[0]) >>> 0] ?? null;
  },
};

/** Gives `prototype` the members of `Storage.prototype`. */
export function definePrototype(prototype: object): void {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(prototype, name, { value, writable: true, enumerable: true, configurable: true });
  }
  Object.defineProperty(prototype, "length", {
    get(this: object) {
      return viewOf(this).keys().length;
    },
    enumerable: true,
    configurable: true,
  });
}

/** A `Storage` as pages know it, over `items`: named properties, `in`, `delete`, `Object.keys` and JSON included. */
export function makeStorage(items: Items, prototype: object): Storage {
  const view = new StorageView(items);
  const isNamed = (target: object, key: string | symbol): key is string =>
    typeof key === "string" && !(key in target) && view.has(key);

  const storage = new Proxy(Object.create(prototype) as object, {
    get: (target, key, receiver) => (isNamed(target, key) ? items.get(key) : (Reflect.get(target, key, receiver) as unknown)),
    set(target, key, value, receiver) {
      if (typeof key === "symbol") return Reflect.set(target, key, value, receiver);
      items.set(key, String(value));
      return true;
    },
    has: (target, key) => isNamed(target, key) || Reflect.has(target, key),
    deleteProperty(target, key) {
      if (!isNamed(target, key)) return Reflect.deleteProperty(target, key);
      items.remove(key);
      return true;
    },
    defineProperty(target, key, descriptor) {
      if (typeof key === "symbol") return Reflect.defineProperty(target, key, descriptor);
      items.set(key, String(descriptor.value));
      return true;
    },
    ownKeys: (target) => [...view.keys().filter((key) => !(key in target)), ...Reflect.ownKeys(target)],
    getOwnPropertyDescriptor: (target, key) =>
      isNamed(target, key)
        ? { value: items.get(key), writable: true, enumerable: true, configurable: true }
        : Reflect.getOwnPropertyDescriptor(target, key),
  });
  views.set(storage, view);
  return storage as Storage;
}
