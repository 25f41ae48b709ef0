import { expect, test } from "vitest";
import { htmlOf, isChanged, specIn } from "../fromdata/html.ts";
import invoices from "../../../resources/templates/invoices-by-age.html?raw";
import projects from "../../../resources/templates/project-tracker.html?raw";
import week from "../../../resources/templates/week-ahead.html?raw";

test.each([["week ahead", week], ["project tracker", projects], ["invoices by age", invoices]])("the template %s is what the form makes of its spec", (_, html) => {
  const spec = specIn(html);
  expect(spec).toBeDefined();
  if (spec === undefined) return;
  const drawn = htmlOf(spec, { stylesheet: "/* page.css */", script: "// page.js" });
  expect(html.replace(/form [0-9a-f]*"/, "")).toBe(drawn.replace(/form [0-9a-f]*"/, ""));
  expect(isChanged(html)).toBe(false);
  expect(spec.sources.rows.fields.filter(({ required }) => required).length).toBeGreaterThan(0);
});
