/**
 * Makes `name` readable on `target` so that a page's own assignment neither throws nor replaces it. It stays
 * configurable: a page may declare a `const` of the same name.
 */
export function install(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get: () => value,
    set: () => undefined,
  });
}
