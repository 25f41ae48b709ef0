import { dbPrefix, type StorageChange } from "../protocol.ts";
import type { Line } from "./line.ts";
import { Items } from "./items.ts";
import { definePrototype, makeStorage } from "./storageObject.ts";
import { gatherMs, StorageWriter } from "./storageWriter.ts";

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
