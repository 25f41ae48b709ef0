import { toText } from "./json.ts";

/** What our shelf holds of one library: its files, the one that an address without a file means first. */
export interface Shelved {
  readonly version: string;
  readonly files: readonly string[];
}

export type Shelf = Readonly<Record<string, Shelved>>;

export interface StandIn {
  readonly address: string;
  /** True if it has the very bytes that the address promises. */
  readonly same: boolean;
}

const name = "(@[a-z0-9._-]+/[a-z0-9._-]+|[a-z0-9._-]+)";
const npm = new RegExp(`^(?:https?:)?//(?:(?:cdn|fastly|gcore)\\.jsdelivr\\.net/npm|(?:www\\.)?unpkg\\.com)/${name}(?:@([^/?#]+))?(?:/([^?#]*))?(?:[?#].*)?$`, "i");
const cdnjs = /^(?:https?:)?\/\/cdnjs\.cloudflare\.com\/ajax\/libs\/([a-z0-9._-]+)\/([^/?#]+)\/([^?#]+)(?:[?#].*)?$/i;

/** What is left of a file's name when it does not matter how it was packed. */
function stem(file: string): string {
  return (file.split("/").pop() ?? "").toLowerCase().replace(/\.(min|umd|global|iife|production|development)(?=\.)/g, "");
}

/** The file of ours that stands in for a public address, as the server finds it for addresses in a page's HTML. */
export function standInFor(url: string, shelf: Shelf): StandIn | undefined {
  const fromNpm = npm.exec(url.trim());
  const [, library = "", version = "", wanted = ""] = fromNpm ?? cdnjs.exec(url.trim()) ?? [];
  const key = library.toLowerCase();
  const shelved = Object.hasOwn(shelf, key) ? shelf[key] : undefined;
  if (shelved === undefined) return undefined;
  const fitting = shelved.files.filter((file) => stem(file) === stem(wanted));
  const file = wanted === "" ? shelved.files[0] : (fitting.find((candidate) => candidate === wanted) ?? fitting[0]);
  if (file === undefined) return undefined;
  return { address: `/lib/${key}@${shelved.version}/${file}`, same: fromNpm !== null && version === shelved.version && file === wanted };
}

const addressed = { script: "src", link: "href" } as const;

/**
 * Leads scripts and styles that a page adds while it runs to our own files. What the page's HTML names is the server's
 * work; a digest that belongs to another version goes, as it would keep the library out.
 */
export function serveLibraries(page: Window & typeof globalThis, shelf: Shelf): void {
  const loose = new WeakSet<Element>();
  const attribute = (element: Element): string | undefined =>
    element instanceof page.HTMLScriptElement ? addressed.script : element instanceof page.HTMLLinkElement ? addressed.link : undefined;

  const led = (element: Element, url: string): string => {
    const standIn = standInFor(url, shelf);
    if (standIn === undefined) return url;
    if (!standIn.same) {
      loose.add(element);
      element.removeAttribute("integrity");
    }
    return new URL(standIn.address, page.location.href).href;
  };

  const setAttribute = Reflect.get(page.Element.prototype, "setAttribute");
  page.Element.prototype.setAttribute = function (this: Element, given: string, value: string) {
    const key = toText(given).toLowerCase();
    const own = attribute(this);
    if (own !== undefined && key === "integrity" && loose.has(this)) return;
    setAttribute.call(this, given, own === key ? led(this, toText(value)) : value);
  };

  for (const [prototype, key] of [[page.HTMLScriptElement.prototype, "src"], [page.HTMLLinkElement.prototype, "href"]] as const) {
    for (const property of [key, "integrity"]) {
      const original = Object.getOwnPropertyDescriptor(prototype, property);
      if (original?.set === undefined) continue;
      Object.defineProperty(prototype, property, {
        ...original,
        set(this: Element, value: unknown) {
          this.setAttribute(property, toText(value));
        },
      });
    }
  }
}
