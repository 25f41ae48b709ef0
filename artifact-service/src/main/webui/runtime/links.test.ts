import { describe, expect, it } from "vitest";
import { dataBlob } from "./downloads.ts";
import { aimOf } from "./links.ts";

const here = "http://127.0.0.1:8080/p/ticket";

describe("a link", () => {
  it.each([
    ["#there", "browser"],
    [`${here}#there`, "browser"],
    ["javascript:void(0)", "browser"],
    ["JavaScript:void(0)", "browser"],
    ["https://example.com/a?b", "open"],
    ["//example.com", "open"],
    ["mailto:ada@acme.test", "open"],
    ["tel:+49", "open"],
    ["", "nowhere"],
    ["?page=2", "nowhere"],
    ["/elsewhere", "nowhere"],
    [here, "nowhere"],
    ["file:///etc/passwd", "nowhere"],
    ["vbscript:x", "nowhere"],
    ["http://[bad", "nowhere"],
    ["blob:null/1", "save"],
    ["data:text/csv,a", "save"],
  ])("%s leads to: %s", (href, kind) => {
    expect(aimOf(href, null, here).kind).toBe(kind);
  });

  it("keeps the name that the page gives a file", () => {
    expect(aimOf("blob:null/1", "deals.csv", here)).toMatchObject({ kind: "save", name: "deals.csv" });
  });
});

describe("a data address", () => {
  it.each([
    ["data:text/csv;charset=utf-8,a%3Bb%0A1%3B2", "a;b\n1;2"],
    ["data:text/plain;base64,aGVsbG8=", "hello"],
    ["data:,x", "x"],
  ])("%s is read without fetching it", async (url, text) => {
    expect(await dataBlob(url)?.text()).toBe(text);
  });

  it.each(["data:nothing", "data:;base64,***", "data:,%E0%A4%A"])("%s is nothing", (url) => {
    expect(dataBlob(url)).toBeUndefined();
  });
});
