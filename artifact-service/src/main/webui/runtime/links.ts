import { isGesture } from "./cowork.ts";
import type { BlobShelf, Save } from "./downloads.ts";
import { toText } from "./json.ts";
import type { Line } from "./line.ts";
import type { Report } from "./messages.ts";

/** What a link asks for. */
export type LinkAim =
  | { kind: "browser" }
  | { kind: "nowhere"; url: string }
  | { kind: "open"; url: string }
  | { kind: "save"; url: string; name: string };

const outside = new Set(["http:", "https:", "mailto:", "tel:"]);
const content = new Set(["blob:", "data:"]);

function parse(href: string, here: string): URL | undefined {
  try {
    return new URL(href, here);
  } catch {
    return undefined;
  }
}

/** Decides where a link leads; `here` is the address of the page itself, which nothing else of the sandbox lives at. */
export function aimOf(href: string, download: string | null, here: string): LinkAim {
  const raw = href.trim();
  if (raw.startsWith("#") || raw.toLowerCase().startsWith("javascript:")) return { kind: "browser" };
  const url = parse(raw, here);
  if (url === undefined) return { kind: "nowhere", url: raw };
  if (content.has(url.protocol)) return { kind: "save", url: url.href, name: download ?? "" };
  const own = new URL(here);
  if (url.origin === own.origin && url.protocol === own.protocol) {
    const samePage = url.pathname === own.pathname && url.search === own.search && url.hash !== "";
    return samePage ? { kind: "browser" } : { kind: "nowhere", url: raw };
  }
  if (!outside.has(url.protocol)) return { kind: "nowhere", url: raw };
  return { kind: "open", url: url.href };
}

function anchorOf(event: Event): HTMLAnchorElement | SVGAElement | undefined {
  for (const target of event.composedPath()) {
    if (target instanceof HTMLAnchorElement || target instanceof SVGAElement) return target;
    if (target instanceof HTMLAreaElement) return target as unknown as HTMLAnchorElement;
  }
  return undefined;
}

function hrefOf(anchor: Element): string | null {
  return anchor.getAttribute("href") ?? anchor.getAttribute("xlink:href");
}

/**
 * Leads links, `window.open` and downloads to the host, after the page's own handlers have had their say: what they
 * prevent stays prevented.
 */
export class Links {
  constructor(
    private readonly page: Window & typeof globalThis,
    private readonly line: Line,
    private readonly blobs: BlobShelf,
    private readonly save: Save,
    private readonly report: Report,
  ) {}

  install(): void {
    for (const type of ["click", "auxclick"] as const) {
      this.page.addEventListener(type, (event) => this.#consider(event), true);
    }
    this.page.open = (url?: string | URL) => {
      const asked = url === undefined ? "" : toText(url);
      if (asked !== "" && isGesture(this.page)) this.#follow(aimOf(asked, null, this.page.location.href));
      else if (asked !== "") this.report("blocked", `A window was not opened, as nobody clicked: ${asked}`);
      return null;
    };
    this.#catchDetachedAnchors();
  }

  #consider(event: Event): void {
    if (event.type === "auxclick" && (event as MouseEvent).button !== 1) return;
    const anchor = anchorOf(event);
    const aim = anchor === undefined ? undefined : this.#aim(anchor);
    if (aim === undefined || aim.kind === "browser") return;
    this.#afterPage(event, () => this.#follow(aim));
  }

  #aim(anchor: Element): LinkAim | undefined {
    const href = hrefOf(anchor);
    return href === null ? undefined : aimOf(href, anchor.getAttribute("download"), this.page.location.href);
  }

  /** Runs `act` instead of the browser's own action, unless the page prevents that. */
  #afterPage(event: Event, act: () => void): void {
    let decided = false;
    const decide = () => {
      if (decided || event.defaultPrevented) return;
      decided = true;
      event.preventDefault();
      act();
    };
    this.page.addEventListener(event.type, decide, { once: true });
    for (const name of ["stopPropagation", "stopImmediatePropagation"] as const) {
      const original = event[name].bind(event);
      event[name] = () => {
        original();
        this.page.removeEventListener(event.type, decide);
        if (decided || event.defaultPrevented) return;
        decided = true;
        this.#decideLater(event, act);
      };
    }
  }

  /** The event will not come back to us: prevent now, and act unless the page's handler still prevents it itself. */
  #decideLater(event: Event, act: () => void): void {
    let prevented = false;
    event.preventDefault();
    event.preventDefault = () => {
      prevented = true;
    };
    this.page.setTimeout(() => {
      if (!prevented) act();
    });
  }

  #follow(aim: LinkAim): void {
    if (aim.kind === "open") this.line.request("openLink", { url: aim.url }).catch(() => undefined);
    if (aim.kind === "save") this.#saveAs(aim.url, aim.name);
    if (aim.kind === "nowhere") this.report("note", `The link "${aim.url}" leads nowhere from here.`);
  }

  #saveAs(url: string, name: string): void {
    const blob = this.blobs.read(url);
    if (blob === undefined) this.report("note", "A file to download was gone before it could be read.");
    else this.save(name || "download", blob).catch(() => undefined);
  }

  /** Scripts click anchors that are in no document, or hidden in a shadow tree: those events pass the window by. */
  #catchDetachedAnchors(): void {
    const { page } = this;
    const attempt = <T>(anchor: HTMLAnchorElement, run: () => T): T => {
      const aim = this.#aim(anchor);
      const seen = anchor.isConnected && anchor.getRootNode() === page.document;
      if (seen || aim === undefined || aim.kind === "browser") return run();
      const listener = (event: Event) => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        this.#follow(aim);
      };
      anchor.addEventListener("click", listener);
      try {
        return run();
      } finally {
        anchor.removeEventListener("click", listener);
      }
    };

    const prototype = page.HTMLElement.prototype;
    const click = Reflect.get(prototype, "click");
    prototype.click = function (this: HTMLElement) {
      if (this instanceof page.HTMLAnchorElement) attempt(this, () => click.call(this));
      else click.call(this);
    };
    const targets = page.EventTarget.prototype;
    const dispatch = Reflect.get(targets, "dispatchEvent");
    targets.dispatchEvent = function (this: EventTarget, event: Event) {
      const clicked = this instanceof page.HTMLAnchorElement && event.type === "click";
      return clicked ? attempt(this, () => dispatch.call(this, event)) : dispatch.call(this, event);
    };
  }
}
