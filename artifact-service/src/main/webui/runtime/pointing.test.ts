// @vitest-environment happy-dom
import { describe as group, expect, it, vi } from "vitest";
import type { HostMessage } from "../protocol.ts";
import type { Line } from "./line.ts";
import { describe, installPointing, neighbour, selectorOf } from "./pointing.ts";

function at(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(selector);
  return found;
}

function pointing() {
  let tell: (message: HostMessage) => void = () => undefined;
  const notify = vi.fn();
  const line = { listen: (listener: typeof tell) => (tell = listener), notify } as unknown as Line;
  installPointing(window, line);
  return { on: () => tell({ kind: "point", on: true }), off: () => tell({ kind: "point", on: false }), notify };
}

group("pointing at an element", () => {
  it("names an element so that it is found again", () => {
    document.body.innerHTML = `<main id="m"><ul><li>a</li><li>b <b>bold</b></li></ul></main><p>x</p>`;
    expect(selectorOf(at("b"))).toBe("#m > ul > li:nth-of-type(2) > b");
    expect(selectorOf(at("p"))).toBe("p");
    for (const selector of ["b", "li", "p", "main"]) expect(at(selectorOf(at(selector)))).toBe(at(selector));
  });

  it("does not rely on an id that is there twice", () => {
    document.body.innerHTML = `<div><p id="x">1</p><p id="x">2</p></div>`;
    expect(selectorOf(at("p:nth-of-type(2)"))).toBe("div > p:nth-of-type(2)");
  });

  it("says only so much of an element", () => {
    document.body.innerHTML = `<p>${"word ".repeat(5_000)}</p>`;
    const { text, html } = describe(at("p"));
    expect(text.length).toBeLessThanOrEqual(2_000);
    expect(html.length).toBeLessThanOrEqual(8_000);
  });

  it("takes the next click for itself, and gives the clicks back after it", () => {
    document.body.innerHTML = `<button>Pay</button>`;
    const { on, notify } = pointing();
    const clicked = vi.fn();
    at("button").addEventListener("click", clicked);
    on();
    at("button").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    expect(clicked).not.toHaveBeenCalled();
    expect(notify).toHaveBeenCalledWith({ kind: "pointed", element: { selector: "button", text: "Pay", html: "<button>Pay</button>" } });
    at("button").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(clicked).toHaveBeenCalledOnce();
    expect(document.querySelector("live-pointing")).toBeNull();
  });

  it("is done by keys alone: in, along, enter; escape gives it up", () => {
    document.body.innerHTML = `<section><h1>A</h1><p>B</p></section>`;
    const { on, notify } = pointing();
    const press = (key: string) => window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    on();
    for (const key of ["ArrowDown", "ArrowRight", "Enter"]) press(key);
    expect(notify).toHaveBeenLastCalledWith({ kind: "pointed", element: { selector: "section > p", text: "B", html: "<p>B</p>" } });
    on();
    press("Escape");
    expect(notify).toHaveBeenLastCalledWith({ kind: "pointed", element: null });
  });

  it("ends when the host says so", () => {
    document.body.innerHTML = `<p>A</p>`;
    const { on, off, notify } = pointing();
    on();
    off();
    at("p").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(notify).not.toHaveBeenCalled();
  });

  it("never leads out of the page's body", () => {
    document.body.innerHTML = `<p>A</p>`;
    expect(neighbour(at("p"), "ArrowUp", document.body)).toBeNull();
  });
});
