import { limits, type StorageChange } from "../protocol.ts";

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
