import type { Shelved } from "../protocol.ts";
import { toText } from "./json.ts";

export type Shelf = readonly Shelved[];

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

/** Major, minor and patch; what is not said counts as the newest. */
function numbers(version: string): number[] {
  const [, ...parts] = /^[v^~=>]*(\d{1,5})(?:\.(\d{1,5}))?(?:\.(\d{1,5}))?/.exec(version) ?? ["", undefined, undefined, undefined];
  return parts.map((part) => (part === undefined ? 99_999 : Number(part)));
}

/** Negative if `a` is nearer to the wanted version than `b`: by major version, then by minor, then by patch. */
function nearer(wanted: string, a: Shelved, b: Shelved): number {
  const [goal, one, other] = [numbers(wanted), numbers(a.version), numbers(b.version)];
  const far = (to: number[], part: number) => Math.abs((to[part] ?? 0) - (goal[part] ?? 0));
  const decisive = [0, 1, 2].find((part) => far(one, part) !== far(other, part));
  return decisive === undefined ? 0 : far(one, decisive) - far(other, decisive);
}

function fileOf({ files }: Shelved, wanted: string): string | undefined {
  if (wanted === "") return files[0];
  const fitting = files.filter((file) => stem(file) === stem(wanted));
  return fitting.find((file) => file === wanted) ?? fitting[0];
}

/** The file of ours that stands in for a public address, as the server finds it for addresses in a page's HTML. */
export function standInFor(url: string, shelf: Shelf): StandIn | undefined {
  const fromNpm = npm.exec(url.trim());
  const [, library = "", version = "", wanted = ""] = fromNpm ?? cdnjs.exec(url.trim()) ?? [];
  const key = library.toLowerCase();
  const fitting = shelf.filter((shelved) => shelved.name === key && fileOf(shelved, wanted) !== undefined);
  const [shelved] = fitting.sort((a, b) => nearer(version, a, b));
  if (shelved === undefined) return undefined;
  const file = fileOf(shelved, wanted);
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
