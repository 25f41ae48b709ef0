import type { Report } from "./messages.ts";
import { forbidDeclaredShadows } from "./shadows.ts";

/** No content security policy stops WebRTC: without constructors there is no connection to make. */
function removeWebRtc(page: Window): void {
  for (const name of Object.getOwnPropertyNames(page)) {
    if (/^(webkit|moz)?RTC/.test(name)) Reflect.deleteProperty(page, name);
  }
}

/** What throws when it is used in an opaque origin is simply not there, as pages test for it. */
function removeWhatThrows(page: Window & typeof globalThis): void {
  Reflect.deleteProperty(page.Navigator.prototype, "serviceWorker");
  for (const name of ["caches", "cookieStore"]) Reflect.deleteProperty(page, name);
  Object.defineProperty(page, "indexedDB", { configurable: true, writable: true, value: undefined });
  Object.defineProperty(page.Document.prototype, "cookie", {
    configurable: true,
    enumerable: true,
    get: () => "",
    set: () => undefined,
  });
}

/** An opaque origin may not change its address: keep the state, leave the address. */
function softenHistory(page: Window & typeof globalThis): void {
  const prototype = page.History.prototype;
  for (const name of ["pushState", "replaceState"] as const) {
    const original = Reflect.get(prototype, name) as History["pushState"];
    prototype[name] = function (this: History, state: unknown, title: string, url?: string | URL | null) {
      try {
        original.call(this, state, title, url);
      } catch {
        original.call(this, state, title);
      }
    };
  }
}

/** A form has nowhere to go: its page handles it, or nothing happens. Unstopped, it would lead the frame away. */
function stopForms(page: Window & typeof globalThis, report: Report): void {
  const say = () => report("blocked", "A form was not sent: pages in the sandbox send nothing.");
  page.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    say();
  });
  page.HTMLFormElement.prototype.submit = say;
}

const frames = "iframe,frame,object,embed,portal,fencedframe";

/** A nested frame would have its own, untouched constructors. */
function removeFrames(page: Window & typeof globalThis, report: Report): void {
  const sweep = (node: Node) => {
    if (!(node instanceof page.Element || node instanceof page.ShadowRoot)) return;
    const found = node instanceof page.Element && node.matches(frames) ? [node] : node.querySelectorAll(frames);
    for (const frame of found) {
      frame.remove();
      report("blocked", `A nested ${frame.localName} was left out.`);
    }
    enterShadows(node);
  };
  /** Open shadow trees that the page's own HTML declares are as good as watched from the start. */
  const enterShadows = (node: Element | ShadowRoot) => {
    const hosts = node instanceof page.Element ? [node, ...node.querySelectorAll("*")] : node.querySelectorAll("*");
    for (const { shadowRoot } of hosts) {
      if (shadowRoot === null || seen.has(shadowRoot)) continue;
      watch(shadowRoot);
      sweep(shadowRoot);
    }
  };
  const observer = new page.MutationObserver((records) => {
    for (const record of records) record.addedNodes.forEach(sweep);
  });
  const seen = new WeakSet<Node>();
  const watch = (root: Node) => {
    seen.add(root);
    observer.observe(root, { childList: true, subtree: true });
  };
  watch(page.document);

  const attach = Reflect.get(page.Element.prototype, "attachShadow");
  page.Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    const root = attach.call(this, init);
    watch(root);
    return root;
  };
}

/** Takes away what a page in the sandbox must not have, and mends what would break it there. */
export function prepareSandbox(page: Window & typeof globalThis, report: Report): void {
  removeWebRtc(page);
  removeWhatThrows(page);
  softenHistory(page);
  stopForms(page, report);
  forbidDeclaredShadows(page);
  removeFrames(page, report);
}
