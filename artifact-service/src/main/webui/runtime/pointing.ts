import { limits, type PointedElement } from "../protocol.ts";
import type { Line } from "./line.ts";

const swallowed = ["pointerdown", "pointerup", "mousedown", "mouseup", "dblclick", "contextmenu", "auxclick", "touchstart", "touchend"] as const;
const deepest = 8;

function step(element: Element): string {
  const tag = element.localName;
  const siblings = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === tag);
  return siblings.length > 1 ? `${tag}:nth-of-type(${siblings.indexOf(element) + 1})` : tag;
}

/** A selector that finds the element again, from the nearest id on. */
export function selectorOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && steps.length < deepest; at = at.parentElement) {
    if (at.id !== "" && at.ownerDocument.querySelectorAll(`[id="${CSS.escape(at.id)}"]`).length === 1) {
      return [`#${CSS.escape(at.id)}`, ...steps].join(" > ");
    }
    if (at === at.ownerDocument.body) break;
    steps.unshift(step(at));
  }
  return steps.join(" > ");
}

export function describe(element: Element): PointedElement {
  return {
    selector: selectorOf(element).slice(0, limits.pointedSelector),
    text: element.textContent.replace(/\s+/g, " ").trim().slice(0, limits.pointedText),
    html: element.outerHTML.slice(0, limits.pointedHtml),
  };
}

/** Where the keys lead from one element to another: out, in, and along. */
export function neighbour(element: Element, key: string, body: Element): Element | null {
  switch (key) {
    case "ArrowUp":
      return element === body || element.parentElement === body ? null : element.parentElement;
    case "ArrowDown":
      return element.firstElementChild;
    case "ArrowLeft":
      return element.previousElementSibling;
    case "ArrowRight":
      return element.nextElementSibling;
    default:
      return null;
  }
}

/** A frame around the element that would be chosen; it lies in a tree of its own, which the page's styles do not reach. */
class Frame {
  readonly #host: HTMLElement;
  readonly #box: HTMLElement;

  constructor(page: Window) {
    const { document } = page;
    this.#host = document.createElement("live-pointing");
    this.#host.setAttribute("aria-hidden", "true");
    this.#host.style.cssText = "position:fixed;inset:0;z-index:2147483647;pointer-events:none";
    this.#box = document.createElement("div");
    this.#box.style.cssText =
      "position:fixed;box-sizing:border-box;border:2px solid #14593f;outline:2px solid #fff;border-radius:4px;background:rgb(20 89 63 / 12%)";
    this.#host.attachShadow({ mode: "closed" }).append(this.#box);
    document.documentElement.append(this.#host);
  }

  around(element: Element): void {
    const { left, top, width, height } = element.getBoundingClientRect();
    Object.assign(this.#box.style, { left: `${left - 3}px`, top: `${top - 3}px`, width: `${width + 6}px`, height: `${height + 6}px` });
  }

  remove(): void {
    this.#host.remove();
  }
}

/** While it lasts, the pointer and the keys choose an element, and the page hears of none of it. */
class Pointing {
  readonly #frame: Frame;
  readonly #end = new AbortController();
  #at: Element;

  constructor(
    private readonly page: Window & typeof globalThis,
    private readonly done: (element: PointedElement | null) => void,
  ) {
    this.#at = page.document.body.firstElementChild ?? page.document.body;
    this.#frame = new Frame(page);
    this.#frame.around(this.#at);
    const catching = { capture: true, signal: this.#end.signal };
    page.addEventListener("pointermove", ({ target }) => this.#move(target), catching);
    page.addEventListener("scroll", () => this.#frame.around(this.#at), catching);
    page.addEventListener("click", (event) => this.#choose(event), catching);
    page.addEventListener("keydown", (event) => this.#key(event), catching);
    for (const type of swallowed) page.addEventListener(type, swallow, { ...catching, passive: false });
    page.focus();
  }

  stop(): void {
    this.#end.abort();
    this.#frame.remove();
  }

  #move(target: EventTarget | null): void {
    const { document, Element: kind } = this.page;
    if (!(target instanceof kind) || target === document.documentElement || target === document.body) return;
    this.#at = target;
    this.#frame.around(target);
  }

  #choose(event: Event): void {
    swallow(event);
    this.#move(event.target);
    this.done(describe(this.#at));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Tab") return;
    swallow(event);
    if (event.key === "Escape") this.done(null);
    else if (event.key === "Enter") this.done(describe(this.#at));
    else this.#go(neighbour(this.#at, event.key, this.page.document.body));
  }

  #go(next: Element | null): void {
    if (next === null || next.localName === "live-pointing") return;
    this.#at = next;
    next.scrollIntoView({ block: "nearest" });
    this.#frame.around(next);
  }
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Lets the host ask what the person points at. */
export function installPointing(page: Window & typeof globalThis, line: Line): void {
  let pointing: Pointing | undefined;
  const stop = () => {
    pointing?.stop();
    pointing = undefined;
  };
  line.listen((message) => {
    if (message.kind !== "point") return;
    stop();
    if (!message.on) return;
    pointing = new Pointing(page, (element) => {
      stop();
      line.notify({ kind: "pointed", element });
    });
  });
}
