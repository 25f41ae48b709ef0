import type { StorageArea, StorageChange, StorageWrite } from "../protocol.ts";
import type { Line } from "./line.ts";

/** For how long writes are gathered. */
export const gatherMs = 20;

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
