import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standInFor, type Shelf } from "./libraries.ts";

const shelf: Shelf = [
  { name: "chart.js", version: "4.5.0", files: ["dist/chart.umd.js", "dist/chart.umd.min.js"] },
  { name: "papaparse", version: "5.7.1", files: ["papaparse.min.js", "papaparse.js"] },
  { name: "papaparse", version: "4.6.3", files: ["papaparse.min.js"] },
];

describe("a library that a page asks for while it runs", () => {
  it.each([
    ["https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.js", "/lib/chart.js@4.5.0/dist/chart.umd.js", true],
    ["https://cdn.jsdelivr.net/npm/chart.js", "/lib/chart.js@4.5.0/dist/chart.umd.js", false],
    ["//unpkg.com/chart.js@3/dist/chart.min.js", "/lib/chart.js@4.5.0/dist/chart.umd.js", false],
    ["https://cdnjs.cloudflare.com/ajax/libs/PapaParse/5.4.1/papaparse.min.js?x=1", "/lib/papaparse@5.7.1/papaparse.min.js", false],
    ["https://unpkg.com/papaparse@4.1.0/papaparse.min.js", "/lib/papaparse@4.6.3/papaparse.min.js", false],
    ["https://unpkg.com/papaparse@4.6.3/papaparse.min.js", "/lib/papaparse@4.6.3/papaparse.min.js", true],
    ["https://unpkg.com/papaparse@4.1.0/papaparse.js", "/lib/papaparse@4.6.3/papaparse.min.js", false],
    ["https://unpkg.com/papaparse@latest", "/lib/papaparse@5.7.1/papaparse.min.js", false],
  ])("%s is served by us", (url, address, same) => {
    expect(standInFor(url, shelf)).toEqual({ address, same });
  });

  it.each([
    "https://cdn.jsdelivr.net/npm/left-pad@1.0.0/index.js",
    "https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/helpers.js",
    "https://evil.example/npm/chart.js@4.5.0/dist/chart.umd.js",
    "https://cdn.jsdelivr.net/npm/constructor",
    "/lib/chart.js",
    "",
  ])("%s is left to the sandbox", (url) => {
    expect(standInFor(url, shelf)).toBeUndefined();
  });

  it("leads nowhere but to the shelf, whatever the address", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const found = standInFor(`https://cdn.jsdelivr.net/npm/chart.js@${a}/${b}`, shelf);
        expect(found === undefined || found.address.startsWith("/lib/chart.js@4.5.0/dist/chart.umd")).toBe(true);
      }),
    );
  });
});
