import { describe, expect, test } from "vitest";
import type { Json, ToolResult } from "../../protocol.ts";
import { rebound, withFormat } from "./edits.ts";
import { checksum, htmlOf, isChanged, specIn } from "./html.ts";
import { infer } from "./infer.ts";
import stylesheet from "../../../resources/pages/page.css?raw";
import skeleton from "../../../resources/pages/page.html?raw";
import type { PageSpec } from "./spec.ts";
import { labelOf, titleOf } from "./words.ts";

const parts = { skeleton, stylesheet, script: "// draws it" };

const given = (value: Json): ToolResult => ({ content: [{ type: "text", text: JSON.stringify(value) }], structuredContent: value });
const drawn = (tool: string, value: Json, toolTitle?: string) => infer({ connector: "Acme CRM", slug: "acme-crm", tool, ...(toolTitle === undefined ? {} : { toolTitle }), arguments: {}, result: given(value) });
const formatsOf = (spec: PageSpec) => Object.fromEntries(spec.sources.rows.fields.map(({ key, format }) => [key, format]));

const deals = Array.from({ length: 30 }, (_, i) => ({
  id: `D-${1000 + i}`, name: `Deal ${i}`, company: `Company ${i % 20}`, companyId: `C-${i % 20}`, stage: ["qualified", "proposal", "negotiation"][i % 3] ?? "", probability: [20, 50, 80][i % 3] ?? 0,
  amount: 1000 * (i + 1), currency: "EUR", closeDate: `2026-${String((i % 6) + 1).padStart(2, "0")}-10`, updatedAt: "2026-01-05T07:00:00Z",
}));

describe("a page drawn from data", () => {
  const spec = drawn("list_deals", { asOf: "2026-01-05T07:00:00Z", currency: "EUR", count: 30, deals }, "List deals");

  test("tells money, dates, states, names and keys apart", () => {
    expect(formatsOf(spec)).toMatchObject({ id: "id", name: "name", stage: "status", probability: "percent", amount: "money", closeDate: "date", updatedAt: "moment" });
    expect(spec.sources.rows.fields.find(({ key }) => key === "amount")?.currency).toEqual({ path: "currency" });
  });

  test("leaves keys of others and what is the same everywhere out of the table", () => {
    const shown = spec.sources.rows.fields.filter((field) => field.shown).map(({ key }) => key);
    expect(shown).not.toContain("companyId");
    expect(shown).not.toContain("currency");
    expect(shown).toEqual(expect.arrayContaining(["name", "company", "stage", "amount", "closeDate"]));
  });

  test("has a good title, figures, charts and filters", () => {
    expect(spec.title).toBe("Deals");
    expect(spec.cards.map(({ label }) => label)).toEqual(["Deals", "Total amount", "Overdue", "Close date this month", "Average amount"]);
    expect(spec.charts.map(({ title }) => title)).toEqual(["Amount by stage", "Amount by month"]);
    expect(spec.filters).toEqual(["company", "stage", "closeDate"]);
    expect(spec.sort).toEqual({ field: "closeDate", descending: false });
  });

  test("a short list beside the rows becomes a chart of its own", () => {
    const months = Array.from({ length: 12 }, (_, i) => ({ month: `2026-${String(i + 1).padStart(2, "0")}`, amount: i * 10.5 }));
    const made = drawn("revenue", { currency: "EUR", total: 693, months, categories: [{ category: "Shop", amount: 300 }, { category: "Services", amount: 393 }] });
    expect(made.sources.rows.rows).toBe("months");
    expect(formatsOf(made)).toEqual({ month: "month", amount: "money" });
    expect(made.charts.map(({ kind, by, rows }) => ({ kind, by, rows }))).toEqual([{ kind: "columns", by: "month", rows: undefined }, { kind: "bars", by: "category", rows: "categories" }]);
  });

  test("an answer that is one record shows its fields", () => {
    const made = drawn("get_company", { name: "Acme", employees: 12, openAmount: 1200.5 });
    expect(made.sources.rows.rows).toBeNull();
    expect(formatsOf(made)).toMatchObject({ employees: "number", openAmount: "money" });
  });

  test("a sheet without rows keeps its columns", () => {
    const made = drawn("read_rows", { sheet: "Sheet1", columns: [{ name: "Due date", type: "text" }, { name: "Amount", type: "text" }], rows: [], total: 0 });
    expect(made.sources.rows.rows).toBe("rows");
    expect(made.title).toBe("Acme CRM");
    expect(formatsOf(made)).toEqual({ "Due date": "date", Amount: "money" });
  });

  test("dates in four formats are dates, and a day after the twelfth settles which number is the month", () => {
    const dates = ["2026-01-31", "31.01.2026", "31 Jan 2026", "2026-02-01"];
    expect(formatsOf(drawn("list_x", { rows: dates.map((when) => ({ when, n: 1 })) }))).toMatchObject({ when: "date" });
    const american = drawn("list_x", { rows: ["1/31/2026", "2/3/2026"].map((when) => ({ when })) });
    expect(american.sources.rows.fields[0]).toMatchObject({ format: "date", order: "mdy" });
  });

  test("amounts written with their currency are money in it", () => {
    expect(drawn("list_x", { rows: [{ fee: "€1,200.50" }, { fee: "€ 3" }] }).sources.rows.fields[0]).toMatchObject({ format: "money", currency: "EUR" });
  });

  test("names of any script stay as they are written", () => {
    expect([labelOf("closeDate"), labelOf("Größe (cm)"), labelOf("顧客"), labelOf("owner.name"), labelOf("company_id")]).toEqual(["Close date", "Größe (cm)", "顧客", "Owner name", "Company ID"]);
    expect([titleOf("list_open_deals"), titleOf("x", "Get all invoices"), titleOf("cash")]).toEqual(["Open deals", "Invoices", "Cash"]);
  });
});

describe("the page's text", () => {
  const spec = drawn("list_deals", { deals }, "List deals");
  const html = htmlOf(spec, parts);

  test("carries its spec, which opens it again", () => {
    expect(specIn(html)).toEqual(spec);
    expect(specIn("<p>another page</p>")).toBeUndefined();
    expect(specIn(html.replace('"version": 1', '"version": 9'))).toBeUndefined();
  });

  // The server makes templates of specs; SpecPageTest has the same sum.
  test("has a sum that the server makes in the same way", () => {
    expect(checksum("Pläne für 2026 €")).toBe("deebd70");
  });

  test("asks for its one tool", () => {
    expect(html).toContain('"mcpTools": [\n    "mcp__acme-crm__list_deals"\n  ]');
  });

  test("tells when somebody changed more than the form does", () => {
    expect(isChanged(html)).toBe(false);
    expect(isChanged(html.replace("<h2", "<p>mine</p><h2"))).toBe(true);
    expect(isChanged("<p>another page</p>")).toBe(true);
  });

  test("what data and people write cannot leave its place", () => {
    const hostile = htmlOf({ ...spec, title: '</title><script>alert(1)</script>"', description: '"><img src=x>', cards: [{ label: "</dt><b>", of: "count" }] }, parts);
    expect(hostile).not.toContain("<script>alert");
    expect(hostile).not.toContain("<img");
    expect(hostile).not.toContain("</dt><b>");
  });
});

describe("a change by form", () => {
  const spec = drawn("list_deals", { deals });

  test("renamed data keeps the page: cards, charts and filters mean the field, not its name", () => {
    const bound = rebound(spec, new Map([["amount", "value_eur"]]), "records");
    expect(bound.sources.rows.rows).toBe("records");
    expect(bound.sources.rows.fields.find(({ key }) => key === "amount")?.path).toBe("value_eur");
    expect(bound.cards).toEqual(spec.cards);
  });

  test("what leans on a field that is gone goes with it", () => {
    const bound = rebound(spec, new Map([["closeDate", ""]]), "deals");
    expect(JSON.stringify(bound)).not.toContain("closeDate");
    expect(bound.sort).toBeUndefined();
  });

  test("a number that becomes money takes the page's currency", () => {
    expect(withFormat(spec, "probability", "money").sources.rows.fields.find(({ key }) => key === "probability")?.currency).toEqual({ path: "currency" });
  });
});
