import { beforeEach, describe, expect, test } from "vitest";
import { Renames, stepsOf } from "./renames.ts";

const result = (value: object) => ({ content: [{ type: "text", text: JSON.stringify(value) }], structuredContent: structuredClone(value) as never });

function page(renames: unknown): Renames {
  document.head.innerHTML = `<script type="application/json" id="live-renames">${typeof renames === "string" ? renames : JSON.stringify(renames)}</script>`;
  return new Renames(document);
}

beforeEach(() => {
  document.head.innerHTML = "";
});

describe("a page whose source renamed its fields", () => {
  const tool = "mcp__crm__list_deals";

  test("finds them under the names it knows, in structured content and in text", () => {
    const given = page({ [tool]: [{ was: "deals[].closeDate", is: "deals[].closing" }] }).apply(tool, result({ deals: [{ closing: "2026-01-31" }, {}] }));
    const expected = { deals: [{ closing: "2026-01-31", closeDate: "2026-01-31" }, {}] };
    expect(given.structuredContent).toEqual(expected);
    expect(JSON.parse(given.content[0]?.text ?? "")).toEqual(expected);
  });

  test("a renamed list and a renamed field in it are both found", () => {
    const given = page({ [tool]: [{ was: "deals[].name", is: "records[].title" }, { was: "deals", is: "records" }] }).apply(tool, result({ records: [{ title: "A" }] }));
    expect(given.structuredContent).toMatchObject({ deals: [{ name: "A" }] });
  });

  test("a field that moved into a group, or out of one, is found", () => {
    const given = page({ [tool]: [{ was: "owner", is: "people.owner" }, { was: "totals.all", is: "sum" }] }).apply(tool, result({ people: { owner: "Ada" }, sum: 3 }));
    expect(given.structuredContent).toMatchObject({ owner: "Ada", totals: { all: 3 } });
  });

  test("what is there under the old name stays", () => {
    const given = page({ [tool]: [{ was: "a", is: "b" }] }).apply(tool, result({ a: 1, b: 2 }));
    expect(given.structuredContent).toEqual({ a: 1, b: 2 });
  });

  test("calls by the tool's own name are meant, too; other tools and failures are left alone", () => {
    const renames = page({ [tool]: [{ was: "a", is: "b" }] });
    expect(renames.apply("list_deals", result({ b: 2 })).structuredContent).toMatchObject({ a: 2 });
    expect(renames.apply("mcp__crm__other", result({ b: 2 })).structuredContent).toEqual({ b: 2 });
    expect(renames.apply(tool, { ...result({ b: 2 }), isError: true }).structuredContent).toEqual({ b: 2 });
  });

  test("names that objects have by themselves change no object's nature", () => {
    const given = page({ [tool]: [{ was: "__proto__.x", is: "b" }] }).apply(tool, result({ b: 2 }));
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(given.structuredContent).toMatchObject({ b: 2 });
  });

  test("a block that is no JSON renames nothing", () => {
    expect(page("{nonsense").apply(tool, result({ b: 2 })).structuredContent).toEqual({ b: 2 });
  });
});

test("paths are read with quoted names", () => {
  expect(stepsOf('deals[].owner["full \\"name\\""]')).toEqual(["deals", null, "owner", 'full "name"']);
});
