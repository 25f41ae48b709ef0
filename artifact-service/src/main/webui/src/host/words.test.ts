import { describe, expect, it } from "vitest";
import { tool } from "../testing/answers.ts";
import { ageOf, agoOf, durationOf, momentOf } from "./ages.ts";
import { canonical } from "./canonical.ts";
import { isQuietFile, openableUrl, safeName } from "./files.ts";
import { inWords, listTools, nameOf, sourceOf, splitName } from "./names.ts";

const noon = new Date(2026, 10, 20, 12).getTime();
const ago = (hours: number) => noon - hours * 3_600_000;

describe("an age", () => {
  it.each([
    [noon, "now"],
    [noon + 5_000, "now"],
    [noon - 12_000, "12 s"],
    [noon - 3 * 60_000, "3 min"],
    [ago(5), "7:00"],
    [ago(29), "Thu 7:00"],
    [ago(24 * 40), "11 Oct"],
    [ago(24 * 400), "16 Oct 2025"],
  ])("of %d is short: %s", (at, words) => {
    expect(ageOf(at, noon)).toBe(words);
  });

  it("is a day's name in a sentence", () => {
    expect([momentOf(ago(5), noon), momentOf(ago(29), noon), momentOf(ago(-19), noon), momentOf(ago(24 * 4 + 5), noon)]).toEqual([
      "today 7:00",
      "yesterday 7:00",
      "tomorrow 7:00",
      "Monday 7:00",
    ]);
  });

  it("is told as one tells it", () => {
    expect([agoOf(noon - 1_000, noon), agoOf(noon - 300_000, noon), agoOf(ago(24), noon)]).toEqual(["just now", "5 minutes ago", "yesterday"]);
  });

  it("of a duration has no more digits than it is worth", () => {
    expect([durationOf(12.4), durationOf(312), durationOf(1_240), durationOf(30_000)]).toEqual(["12 ms", "0.3 s", "1.2 s", "30 s"]);
  });
});

describe("a tool's name", () => {
  it.each([
    ["mcp__acme__list_deals", "acme", "list_deals"],
    ["acme__list", "acme", "list"],
    ["mcp__a__b__c", "a", "b__c"],
    ["plain", "", "plain"],
  ])("%s is read as %s and %s", (name, server, rest) => {
    expect(splitName(name)).toEqual({ server, tool: rest });
  });

  it("is a sentence for people", () => {
    expect([inWords("list_open_deals"), inWords("getCashPosition"), inWords("a.b-c")]).toEqual(["List open deals", "Get cash position", "A b c"]);
  });

  it("is found by display name, by prefix, or made up", () => {
    const tools = [tool("mcp__7f3e__list_deals")];
    expect([nameOf(tools, "ACME crm", "list_deals"), nameOf(tools, "7f3e", "list_deals"), nameOf(tools, "Other", "list_deals")]).toEqual([
      "mcp__7f3e__list_deals",
      "mcp__7f3e__list_deals",
      "mcp__Other__list_deals",
    ]);
  });

  it("tells its connector where the artifact's map knows it", () => {
    const tools = [tool("x__y")];
    expect(sourceOf(tools, "x__y").connector).toBe("Acme CRM");
    expect(sourceOf(tools, "mcp__a__b")).toEqual({ connectorId: null, connector: "", tool: "b" });
  });

  it("is listed for pages only once it is granted", () => {
    expect(listTools([tool("a__b"), tool("a__c", { state: "requested" })])).toHaveLength(1);
  });
});

describe("canonical JSON", () => {
  it("is equal for equal values", () => {
    expect(canonical({ b: [1, { d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[1,{"c":null,"d":1}]}');
  });
});

describe("what a page wants to save or open", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\x\\report.csv", "report.csv"],
    [".htaccess", "htaccess"],
    ["a\u202egnp.exe", "agnp.exe"],
    ["", "download"],
    ["a<b>:c?.csv", "abc.csv"],
  ])("%j is saved as %s", (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it("needs a question if a click could open it into a program", () => {
    expect([isQuietFile("a.csv"), isQuietFile("a.exe"), isQuietFile("a.html"), isQuietFile("a")]).toEqual([true, false, false, false]);
  });

  it.each([
    ["https://example.com", true],
    ["mailto:a@b.c", true],
    ["javascript:alert(1)", false],
    ["file:///etc/passwd", false],
    ["ms-word:ofe|u|http://evil", false],
    ["nonsense", false],
  ])("%s may be opened: %s", (url, may) => {
    expect(openableUrl(url) !== undefined).toBe(may);
  });
});
