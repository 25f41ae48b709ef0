import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Json, ToolResult } from "../../protocol.ts";
import { htmlOf } from "./html.ts";
import { infer } from "./infer.ts";
import skeleton from "../../../resources/pages/page.html?raw";
import type { PageSpec } from "./spec.ts";

const given = (value: Json): ToolResult => ({ content: [{ type: "text", text: "" }], structuredContent: value });
const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent);

/** The page as a browser shows it; its script is the one that the server keeps. */
async function show(spec: PageSpec, result: ToolResult): Promise<void> {
  const html = htmlOf(spec, { skeleton, stylesheet: "", script: "" });
  document.body.innerHTML = /<body>([\s\S]*)<script>/.exec(html)?.[1] ?? "";
  const block = document.createElement("script");
  block.type = "application/json";
  block.id = "page-spec";
  block.textContent = JSON.stringify(spec);
  document.head.replaceChildren(block);
  Reflect.set(window, "cowork", { callMcpTool: () => Promise.resolve(result) });
  vi.resetModules();
  // @ts-expect-error it is the page's own script, in plain JavaScript, and exports nothing
  await import("../../../resources/pages/script/start.js");
  await vi.waitFor(() => expect(document.querySelector("main.loading")).toBeNull());
}

const drawn = (rows: Json, more: Record<string, Json> = {}) => infer({ connector: "Acme CRM", slug: "acme-crm", tool: "list_deals", arguments: {}, result: given({ ...more, deals: rows }) });

beforeEach(() => localStorage.clear());
afterEach(() => Reflect.deleteProperty(window, "cowork"));

describe("a page that was drawn from data", () => {
  const deals = [
    { name: "A <b>bold</b>", amount: 1000, currency: "EUR", stage: "won", closeDate: "2026-01-31" },
    { name: "B", amount: 250.5, currency: "USD", stage: "lost", closeDate: "2026-02-01" },
    { name: "C", amount: null, currency: "EUR", stage: "won", closeDate: "" },
  ];

  test("adds up each currency by itself", async () => {
    await show(drawn(deals), given({ deals }));
    expect(texts("#cards dt")).toContain("Total amount");
    expect(texts("#cards dd")[1]).toBe("€1,000 + $250.50");
  });

  test("writes what the source says as text", async () => {
    await show(drawn(deals), given({ deals }));
    expect(texts("#rows td.name")).toContain("A <b>bold</b>");
    expect(document.querySelector("#rows b")).toBeNull();
  });

  test("orders by a click on a column, empty cells last, and says so", async () => {
    await show(drawn(deals), given({ deals }));
    const amount = () => document.querySelector<HTMLElement>('th[data-key="amount"] button');
    amount()?.click();
    expect(texts("#rows td.name")).toEqual(["A <b>bold</b>", "B", "C"]);
    expect(document.querySelector('th[data-key="amount"]')?.getAttribute("aria-sort")).toBe("descending");
    amount()?.click();
    expect(texts("#rows td.name")).toEqual(["B", "A <b>bold</b>", "C"]);
  });

  test("finds rows by search, and says how many of how many", async () => {
    await show({ ...drawn(deals), search: true }, given({ deals }));
    const search = document.querySelector<HTMLInputElement>("#filters input");
    if (search !== null) search.value = "bold";
    search?.dispatchEvent(new Event("input"));
    expect(text("#shown")).toBe("1 of 3 rows");
  });

  test("says in place what failed", async () => {
    await show(drawn(deals), { content: [{ type: "text", text: "Acme CRM needs you to sign in again." }], isError: true });
    expect(text("#rows [role=alert]")).toContain("Acme CRM needs you to sign in again.");
    expect(texts("#cards dd").every((figure) => figure === "–")).toBe(true);
  });

  test("says when the source gave a part only", async () => {
    await show(drawn(deals), given({ deals, total: 100_000, truncated: true }));
    expect(text("#notice")).toContain("The first 3 of 100,000 rows");
  });

  test("has the figures of a drawing as a table beside it", async () => {
    const months = Array.from({ length: 6 }, (_, i) => ({ month: `2026-0${i + 1}`, amount: (i + 1) * 100 }));
    await show(drawn(months), given({ deals: months }));
    expect(texts("#chart-1 details td")).toEqual(["100", "200", "300", "400", "500", "600"]);
    expect(document.querySelector("#chart-1 .plot")?.getAttribute("aria-hidden")).toBe("true");
  });
});
