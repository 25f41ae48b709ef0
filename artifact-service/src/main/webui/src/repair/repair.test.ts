import { describe, expect, test } from "vitest";
import type { Json, ToolResult } from "../../protocol.ts";
import type { Drift } from "../api/types.ts";
import { infer } from "../fromdata/infer.ts";
import { bestNames, likeness } from "./likely.ts";
import { fitOf, rebuilt } from "./rebuild.ts";
import { freshIn, inRows, missingIn, renamesIn, withRenames } from "./renames.ts";

const given = (value: Json): ToolResult => ({ content: [], structuredContent: value });
const before = Array.from({ length: 6 }, (_, i) => ({ name: `Deal ${i}`, amount: i * 10.5, closeDate: `2026-0${i + 1}-01`, stage: i % 2 === 0 ? "open" : "won" }));
const after = before.map(({ name, amount, closeDate, stage }) => ({ title: name, value: amount, closingOn: closeDate, stage, region: "EMEA" }));
const spec = infer({ connector: "Acme CRM", slug: "acme-crm", tool: "list_deals", arguments: {}, result: given({ deals: before }) });
const drift: Drift[] = [
  { connector: "Acme CRM", tool: "list_deals", changes: [{ kind: "renamed", path: "deals[].closeDate", was: "deals[].closeDate", is: "deals[].closingOn" }, { kind: "gone", path: "deals[].amount", was: "number" }, { kind: "new", path: "deals[].value", is: "number" }] },
];

describe("a page on data that was renamed", () => {
  const fit = fitOf(spec, given({ deals: after }), drift);

  test("says what it misses and what it could be", () => {
    expect(fit.missing.map(({ key }) => key)).toEqual(["name", "amount", "closeDate"]);
    expect(Object.fromEntries(fit.guesses)).toEqual({ name: "title", amount: "value", closeDate: "closingOn" });
  });

  test("is rebuilt: the same fields under their new names, the new one at hand", () => {
    const made = rebuilt(spec, fit, fit.guesses);
    expect(Object.fromEntries(made.sources.rows.fields.map(({ key, path }) => [key, path]))).toEqual({ name: "title", amount: "value", closeDate: "closingOn", stage: "stage", region: "region" });
    expect(made.sources.rows.fields.find(({ key }) => key === "region")?.shown).toBe(false);
    expect(made.cards).toEqual(spec.cards);
  });

  test("what is left out takes its figures along", () => {
    const made = rebuilt(spec, fit, new Map([...fit.guesses, ["amount", ""]]));
    expect(JSON.stringify(made.cards)).not.toContain("amount");
  });

  test("rows that moved to another list are found there", () => {
    expect(fitOf(spec, given({ records: before }), []).rows).toBe("records");
    expect(fitOf(spec, given({ records: before }), []).missing).toEqual([]);
  });

  test("no rows today is no change", () => {
    expect(fitOf(spec, given({ deals: [] }), []).missing).toEqual([]);
  });
});

describe("a page that was written by hand", () => {
  const page = '<!doctype html><script type="application/json" id="cowork-artifact-meta">{}</script>\n<p>Deals</p>';

  test("carries the map of names, its own text untouched", () => {
    const made = withRenames(page, { mcp__crm__list_deals: [{ was: "deals[].closeDate", is: "deals[].closingOn" }] });
    expect(renamesIn(made)).toEqual({ mcp__crm__list_deals: [{ was: "deals[].closeDate", is: "deals[].closingOn" }] });
    expect(made.replace(/<script type="application\/json" id="live-renames">[\s\S]*?<\/script>\n/, "")).toBe(page);
  });

  test("a second renaming leads the oldest name to the newest", () => {
    const once = withRenames(page, { t: [{ was: "a", is: "b" }] });
    expect(renamesIn(withRenames(once, { t: [{ was: "b", is: "c" }, { was: "x", is: "y" }] }))).toEqual({ t: [{ was: "a", is: "c" }, { was: "x", is: "y" }] });
  });

  test("a page without meta block or doctype gets its map first", () => {
    expect(withRenames("<p>x</p>", { t: [{ was: "a", is: "</script>" }] })).toMatch(/^<script type="application\/json" id="live-renames">[^<]*<\/script>\n<p>x<\/p>$/);
  });

  test("what is gone is asked for, and what is new is offered", () => {
    expect(missingIn(drift[0] ?? { changes: [] })).toEqual([{ was: "deals[].closeDate", type: "", guess: "deals[].closingOn" }, { was: "deals[].amount", type: "number", guess: "" }]);
    expect(freshIn(drift[0] ?? { changes: [] })).toEqual(["deals[].closingOn", "deals[].value"]);
  });
});

test("names that mean the same are alike, and each is given once", () => {
  expect(likeness("closeDate", "closing_date")).toBeGreaterThan(0.7);
  expect(likeness("amount", "colour")).toBe(0);
  expect(bestNames([{ key: "a", name: "Due" }, { key: "b", name: "Deadline" }], ["deadline"])).toEqual(new Map([["b", "deadline"]]));
});

test("a path is read within the rows of its list", () => {
  expect([inRows("deals[].amount", "deals"), inRows('[]["Due date"]', ""), inRows("deals[].owner.name", "deals"), inRows("count", "deals")]).toEqual(["amount", "Due date", "owner.name", undefined]);
});
