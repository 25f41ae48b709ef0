import { isObject, type StorageWrite } from "../../protocol.ts";
import type { StoragePatch } from "../api/server.ts";
import type { UnsentShelf } from "./storageDesk.ts";

/** Where a shelf keeps its texts. */
export type Shelves = Pick<Storage, "getItem" | "setItem" | "removeItem">;

function read(area: Shelves, key: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(area.getItem(key) ?? "{}");
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function texts(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function keep(area: Shelves, key: string, value: unknown): void {
  try {
    if (value === undefined) area.removeItem(key);
    else area.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page still has it in memory.
  }
}

/** A page's `sessionStorage`: as long as this browser tab. */
export class SessionShelf {
  readonly #key: string;

  constructor(
    person: string,
    artifact: string,
    private readonly area: Shelves,
  ) {
    this.#key = `live.session.${person}.${artifact}`;
  }

  /** For the frame's name, where the page's runtime takes it from. */
  frameName(): string {
    return JSON.stringify({ liveSession: read(this.area, this.#key) });
  }

  write({ set, remove }: StorageWrite): void {
    const items = { ...texts(read(this.area, this.#key)), ...set };
    for (const key of remove) Reflect.deleteProperty(items, key);
    keep(this.area, this.#key, items);
  }
}

/** What could not be sent yet, per person and artifact, on this device. */
export function unsentShelf(person: string, artifact: string, area: Storage): UnsentShelf {
  const key = `live.unsent.${person}.${artifact}`;
  return {
    read(): StoragePatch | undefined {
      const kept = read(area, key);
      if (!isObject(kept.set)) return undefined;
      const remove = Array.isArray(kept.remove) ? kept.remove.filter((item) => typeof item === "string") : [];
      return { set: texts(kept.set), remove };
    },
    write: (patch) => keep(area, key, patch),
  };
}
