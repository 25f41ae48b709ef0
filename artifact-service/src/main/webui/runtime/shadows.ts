/**
 * Closed shadow trees that a page declares in its HTML would hide nested frames from the observer that removes them.
 * What a page writes while it runs therefore declares none; what stands in its file is the server's to change.
 */

const attribute = "shadowrootmode";
const harmless = "data-shadowrootmode";

/** The longest end of `text` that the attribute's name might begin with. */
function unfinished(text: string): string {
  const end = text.slice(1 - attribute.length).toLowerCase();
  for (let start = 0; start < end.length; start++) {
    if (attribute.startsWith(end.slice(start))) return text.slice(text.length - (end.length - start));
  }
  return "";
}

/** Renames the attribute in a stream of text, also where one write begins its name and the next one ends it. */
export class ShadowFilter {
  #held = "";

  pass(text: string): string {
    const all = this.#held + text;
    this.#held = unfinished(all);
    return all.slice(0, all.length - this.#held.length).replace(/shadowrootmode/gi, harmless);
  }
}

/** Takes away every way to make a declared shadow tree from a script. */
export function forbidDeclaredShadows(page: Window & typeof globalThis): void {
  for (const owner of [page.Element.prototype, page.ShadowRoot.prototype, page.Document, page.Document.prototype]) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (name.endsWith("HTMLUnsafe")) Reflect.deleteProperty(owner, name);
    }
  }
  const filter = new ShadowFilter();
  const prototype = page.Document.prototype;
  for (const name of ["write", "writeln"] as const) {
    const original = Reflect.get(prototype, name);
    const end = name === "writeln" ? "\n" : "";
    prototype[name] = function (this: Document, ...texts: (string | TrustedHTML)[]) {
      original.call(this, filter.pass(texts.map(String).join("") + end));
    };
  }
}
