import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ShadowFilter } from "./shadows.ts";

describe("what a page writes into itself", () => {
  it.each([
    [["<template shadowrootmode=closed>"]],
    [["<template SHADOWROOTMODE=closed>"]],
    [["<template shadow", "rootmode=closed>"]],
    [["<template s", "hadowrootmod", "e=closed>"]],
    [Array.from("<template shadowrootmode=closed>")],
    [['<template title=">', '" shadowrootmode', "='closed'>"]],
  ])("declares no shadow tree: %j", (writes) => {
    const filter = new ShadowFilter();
    expect(writes.map((text) => filter.pass(text)).join("")).not.toMatch(/[^-]shadowrootmode/i);
  });

  it("arrives as it was written, otherwise", () => {
    const filter = new ShadowFilter();
    expect(filter.pass("<p>Sales</p><script>shadow()</script>")).toBe("<p>Sales</p><script>shadow()</script>");
    expect(filter.pass("a sha") + filter.pass("rp edge")).toBe("a sharp edge");
  });

  it("can be cut anywhere", () => {
    const piece = fc.constantFrom("s", "shadow", "root", "mode", "ss", "shadowroot", "<", ">", "x", "SHADOWROOTMODE", "hadowrootmode");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const filter = new ShadowFilter();
        const out = pieces.map((text) => filter.pass(text)).join("") + filter.pass("!");
        expect(out.replaceAll("data-shadowrootmode", "|").toLowerCase()).not.toContain("shadowrootmode");
        expect(out.replaceAll("data-shadowrootmode", "shadowrootmode").toLowerCase()).toBe(`${pieces.join("")}!`.toLowerCase());
      }),
    );
  });
});
