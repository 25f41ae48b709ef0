import { dbPrefix, limits, type StorageArea, type StorageChange, type StorageWrite } from "../protocol.ts";
import type { Line } from "./line.ts";

function quotaError(key: string): DOMException {
  const message = `Failed to execute 'setItem' on 'Storage': Setting the value of '${key}' exceeded the quota.`;
  const { QuotaExceededError } = globalThis as { QuotaExceededError?: new (message: string) => DOMException };
  return QuotaExceededError === undefined
    ? new DOMException(message, "QuotaExceededError")
    : new QuotaExceededError(message);
}

/**
 * Text under text, in order, with a quota; every write is reported. Keys of `window.claude.db` live in the same items
 * under their own prefix, and count towards the same quota, which counts UTF-16 code units as browsers do.
 */
export class Items {
  readonly #items = new Map<string, string>();
  #size = 0;

  constructor(
    start: Record<string, string>,
    private readonly report: (change: StorageChange) => void,
    private readonly quota: number = limits.storageUnits,
  ) {
    for (const [key, value] of Object.entries(start)) this.#put(key, value);
  }

  get(key: string): string | undefined {
    return this.#items.get(key);
  }

  keys(): string[] {
    return [...this.#items.keys()];
  }

  set(key: string, value: string): void {
    const old = this.#items.get(key);
    if (old === value) return;
    const grown = this.#size + value.length - (old === undefined ? -key.length : old.length);
    if (grown > this.quota) throw quotaError(key);
    this.#put(key, value);
    this.report({ key, value });
  }

  remove(key: string): void {
    if (!this.#items.has(key)) return;
    this.#drop(key);
    this.report({ key, value: null });
  }

  /** Takes over what another tab wrote; nothing is reported. Gives the value before. */
  adopt(key: string, value: string | null): string | null {
    const old = this.#items.get(key) ?? null;
    if (value === null) this.#drop(key);
    else this.#put(key, value);
    return old;
  }

  #put(key: string, value: string): void {
    const old = this.#items.get(key);
    this.#size += value.length + (old === undefined ? key.length : -old.length);
    this.#items.set(key, value);
  }

  #drop(key: string): void {
    const old = this.#items.get(key);
    if (old === undefined) return;
    this.#size -= key.length + old.length;
    this.#items.delete(key);
  }
}

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

function definePrototype(prototype: object): void {
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

const gatherMs = 20;

/** Gathers writes for a moment and sends them as one; after `hurry` each goes at once. */
export class StorageWriter {
  #write: StorageWrite | undefined;
  #hurried = false;
  #seq = 0;
  readonly #lastSeq = new Map<string, number>();

  constructor(
    private readonly line: Line,
    private readonly area: StorageArea,
    private readonly later: (task: () => void) => void,
  ) {}

  readonly add = ({ key, value }: StorageChange): void => {
    this.#lastSeq.set(key, this.#seq + 1);
    const write = (this.#write ??= this.#begin());
    if (value === null) {
      Reflect.deleteProperty(write.set, key);
      write.remove = [...write.remove.filter((removed) => removed !== key), key];
    } else {
      write.remove = write.remove.filter((removed) => removed !== key);
      Object.defineProperty(write.set, key, { value, writable: true, enumerable: true, configurable: true });
    }
    if (this.#hurried) this.flush();
  };

  /** True if `key` was written after what the host had heard of by message `seq`. */
  wroteSince(key: string, seq: number): boolean {
    return (this.#lastSeq.get(key) ?? 0) > seq;
  }

  flush(): void {
    if (this.#write === undefined) return;
    this.line.notify({ kind: "storage", area: this.area, seq: ++this.#seq, write: this.#write });
    this.#write = undefined;
  }

  hurry(hurried: boolean): void {
    this.#hurried = hurried;
    this.flush();
  }

  #begin(): StorageWrite {
    this.later(() => this.flush());
    return { set: {}, remove: [] };
  }
}

export interface PageStorage {
  local: Items;
  session: Items;
}


function announce(page: Window, storage: Storage, key: string, oldValue: string | null, newValue: string | null): void {
  const event = new StorageEvent("storage", { key, oldValue, newValue, url: page.location.href });
  Object.defineProperty(event, "storageArea", { value: storage });
  page.dispatchEvent(event);
}

/**
 * Takes over what is kept elsewhere by now: another tab or device wrote it. Keys that were just written here, or that
 * the host still has to send, stay as they are.
 */
export function changesTo(items: Items, kept: Record<string, string>, untouched: (key: string) => boolean): StorageChange[] {
  const gone = items.keys().filter((key) => !Object.hasOwn(kept, key));
  const changed = Object.entries(kept).filter(([key, value]) => items.get(key) !== value);
  return [...gone.map((key) => ({ key, value: null })), ...changed.map(([key, value]) => ({ key, value }))].filter(
    ({ key }) => !untouched(key),
  );
}

function adopt(page: Window, storage: Storage, items: Items, changes: StorageChange[]): void {
  for (const { key, value } of changes) {
    const old = items.adopt(key, value);
    if (!key.startsWith(dbPrefix)) announce(page, storage, key, old, value);
  }
}

/**
 * Puts `localStorage` and `sessionStorage` in place. In an opaque origin the browser's own throw on first touch; these
 * are filled before the page's first script and keep themselves through the host.
 */
export function installStorage(
  page: Window & typeof globalThis,
  line: Line,
  start: { local: Record<string, string>; session: Record<string, string> },
): PageStorage {
  const later = (task: () => void) => void page.setTimeout(task, gatherMs);
  const writers = { local: new StorageWriter(line, "local", later), session: new StorageWriter(line, "session", later) };
  const items = { local: new Items(start.local, writers.local.add), session: new Items(start.session, writers.session.add) };

  definePrototype(page.Storage.prototype);
  const local = makeStorage(items.local, page.Storage.prototype);
  const session = makeStorage(items.session, page.Storage.prototype);
  for (const [name, value] of Object.entries({ localStorage: local, sessionStorage: session })) {
    Object.defineProperty(page, name, { configurable: true, enumerable: true, get: () => value });
  }

  const each = (act: (writer: StorageWriter) => void) => Object.values(writers).forEach(act);
  page.addEventListener("pagehide", () => each((writer) => writer.hurry(true)), true);
  page.addEventListener("pageshow", () => each((writer) => writer.hurry(false)), true);
  page.document.addEventListener("visibilitychange", () => each((writer) => writer.flush()), true);
  line.listen((message) => {
    if (message.kind === "storage") {
      const keep = new Set(message.keep);
      const untouched = (key: string) => keep.has(key) || writers.local.wroteSince(key, message.seq);
      adopt(page, local, items.local, changesTo(items.local, message.items, untouched));
    }
    if (message.kind !== "flush") return;
    each((writer) => writer.flush());
    line.notify({ kind: "flushed", id: message.id });
  });
  return items;
}
