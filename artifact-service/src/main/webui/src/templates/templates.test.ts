import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Connector, ProbeFinding } from "../connectors/types.ts";
import type { Json, JsonObject, ToolResult } from "../../protocol.ts";
import { htmlOf, isChanged, specIn } from "../fromdata/html.ts";
import type { Picked } from "../fromdata/picked.ts";
import { bindingOfSource, boundSource, sourcesIn, withSources } from "./sources.ts";
import skeleton from "../../../resources/pages/page.html?raw";
import dashboard from "../../../resources/templates/cfo-dashboard.html?raw";
import invoices from "../../../resources/templates/invoices-by-age.json?raw";
import pipeline from "../../../resources/templates/open-pipeline.html?raw";
import projects from "../../../resources/templates/project-tracker.json?raw";
import week from "../../../resources/templates/week-ahead.json?raw";

const parts = { skeleton, stylesheet: "", script: "" };
const inPage = (spec: string) => `<script type="application/json" id="page-spec">\n${spec}\n</script>`;

test.each([["week ahead", week], ["project tracker", projects], ["invoices by age", invoices]])("the form opens the template %s", (_, json) => {
  const spec = specIn(inPage(json));
  expect(spec).toBeDefined();
  if (spec === undefined) return;
  const html = htmlOf(spec, parts);
  expect(specIn(html)).toEqual(spec);
  expect(isChanged(html)).toBe(false);
  expect(spec.sources.rows.fields.filter(({ required }) => required).length).toBeGreaterThan(0);
});

test.each([["open pipeline", pipeline, 1], ["CFO dashboard", dashboard, 5]])("the template %s says where it reads, and what has to be there", (_, html, count) => {
  const sources = Object.values(sourcesIn(html) ?? {});
  expect(sources).toHaveLength(count);
  for (const { title, fields } of sources) {
    expect(title).toBeTruthy();
    expect(fields.some(({ required }) => required)).toBe(true);
  }
  expect(sourcesIn("<p>another page</p>")).toBeUndefined();
});

function picked(name: string, tool: string, value: JsonObject): Picked {
  const result: ToolResult = { content: [], structuredContent: value };
  const finding = { answer: { outcome: "fresh", result }, fields: [] } as unknown as ProbeFinding;
  return { connector: { id: "c", name, slug: name.toLowerCase() } as Connector, tool: { name: tool, readOnly: true }, arguments: { top: 500 }, finding };
}

const records = [
  { Subject: "Press <b>line</b>", Account: "Brandt", Value: "1.200,50", Currency: "USD", "Expected close": "30.11.2026", Phase: "Offer" },
  { Subject: "Service", Account: "Okoye", Value: "800,00", Currency: "USD", "Expected close": "01.12.2026", Phase: "Demo" },
  { Subject: "Spare parts", Account: "Okoye", Value: "99,00", Currency: "CHF", "Expected close": "02.12.2026", Phase: "Demo" },
];
const names = new Map([["name", "Subject"], ["company", "Account"], ["amount", "Value"], ["closeDate", "Expected close"], ["stage", "Phase"], ["owner", ""], ["probability", ""]]);

function boundPipeline(value: JsonObject): string {
  const source = sourcesIn(pipeline)?.deals;
  if (source === undefined) throw new Error("The template has no deals.");
  const found = picked("Hub", "find", value);
  return withSources({ title: "Open pipeline", description: "Deals", html: pipeline }, "Deals & more", { deals: boundSource(source, found, bindingOfSource(source, found), names) });
}

/** The page as a browser shows it; its script is the one that the server puts in. */
async function show(html: string, answer: Json): Promise<JsonObject[]> {
  const calls: JsonObject[] = [];
  const page = new DOMParser().parseFromString(html.replace(/<link[^>]*>|<script( src[^>]*)?>[\s\S]*?<\/script>/g, ""), "text/html");
  document.head.innerHTML = page.head.innerHTML;
  document.body.innerHTML = page.body.innerHTML;
  const callMcpTool = (name: string, args: JsonObject) => {
    calls.push({ name, args });
    return Promise.resolve({ content: [], structuredContent: answer });
  };
  Reflect.set(window, "cowork", { callMcpTool });
  vi.resetModules();
  // @ts-expect-error it is the page's own script, in plain JavaScript, and exports nothing
  await import("../../../resources/templates/scripts/open-pipeline.js");
  await vi.waitFor(() => expect(document.querySelector("#table")?.childElementCount).toBeGreaterThan(0));
  return calls;
}

describe("a template with a page of its own, bound to another system", () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => Reflect.deleteProperty(window, "cowork"));

  test("asks that system's tool, and no other, as it was looked at", async () => {
    const html = boundPipeline({ records });
    expect(html).toContain('"mcp__hub__find"');
    expect(html).not.toContain("acme-crm");
    expect(html).toContain("<h1>Deals &amp; more</h1>");
    expect(await show(html, { records })).toEqual([{ name: "mcp__hub__find", args: { top: 500 } }]);
  });

  test("shows its fields under the page's own names, and adds up no two currencies", async () => {
    await show(boundPipeline({ records }), { records });
    expect(document.querySelector("#total")?.textContent).toBe("$2,001");
    expect(document.querySelector("#as-of")?.textContent).toContain("figures are those in USD alone");
    expect(document.querySelector("#weighted-note")?.textContent).toBe("no probability is known");
    expect(document.querySelector("#table")?.textContent).toContain("Press <b>line</b>");
    expect([...document.querySelectorAll("#filters button")].map((button) => button.textContent)).toEqual(["All stages3", "Offer1", "Demo2"]);
  });
});
