import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../protocol.ts";
import { answer } from "../../testing/answers.ts";
import { draftOf, readDrafts, readJson, type Drafts } from "./draft.ts";
import { emptyInWords, nameInRow, rangeInWords, summaryOf, typeInWords } from "./probeWords.ts";
import { fieldsOf } from "./schema.ts";

const object = (properties: Record<string, Json>, required: string[] = []): Json => ({ type: "object", properties, required });
const drafted = (schema: Json): Drafts => Object.fromEntries(fieldsOf(schema).map((field) => [field.name, draftOf(field)]));
const read = (schema: Json, drafts: Drafts = {}) => readDrafts(fieldsOf(schema), { ...drafted(schema), ...drafts });

describe("a form made of a schema", () => {
  it("has a control for every kind of argument, the required ones first", () => {
    const schema = object(
      {
        open: { type: ["boolean", "null"] },
        stage: { enum: ["a", "b", null] },
        states: { type: "array", items: { type: "string", enum: ["x"] } },
        tags: { type: "array", items: { type: "string" } },
        day: { type: "string", format: "date" },
        where: { type: "object", properties: { city: { type: "string" } } },
        free: { type: "object" },
        anything: true,
        either: { anyOf: [{ type: "string" }, { type: "number" }] },
        year: { type: "integer", default: 2026 },
      },
      ["year"],
    );
    expect(fieldsOf(schema).map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      "year: number", "open: boolean", "stage: choice", "states: choice", "tags: list", "day: text", "where: group", "free: json", "anything: json", "either: json",
    ]);
  });

  it("follows a reference inside the schema, and one that allows null", () => {
    const schema: Json = {
      type: "object",
      properties: { at: { $ref: "#/$defs/place" }, when: { anyOf: [{ type: "string", format: "date" }, { type: "null" }] } },
      $defs: { place: { type: "object", properties: { city: { type: "string" } } } },
    };
    expect(fieldsOf(schema)).toMatchObject([{ kind: "group", fields: [{ name: "city", kind: "text" }] }, { kind: "text", format: "date" }]);
  });

  it("ends, however deep a schema refers to itself", () => {
    const schema: Json = { type: "object", properties: { node: { $ref: "#/$defs/node" } }, $defs: { node: { type: "object", properties: { next: { $ref: "#/$defs/node" } } }, loop: { $ref: "#/$defs/loop" } } };
    expect(JSON.stringify(fieldsOf(schema))).toContain("json");
    expect(fieldsOf({ type: "object", properties: { a: { $ref: "#/$defs/loop" } }, $defs: { loop: { $ref: "#/$defs/loop" } } })).toMatchObject([{ kind: "json" }]);
  });

  it("never follows a reference out of the schema", () => {
    expect(fieldsOf(object({ a: { $ref: "https://evil.example/schema" }, b: { $ref: "#/__proto__/x" } }))).toMatchObject([{ kind: "json" }, { kind: "json" }]);
  });

  it("stands any schema that a server may send", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (properties, required) => {
        const schema = { type: "object", properties, required } as Json;
        const reading = read(schema);
        expect(reading.arguments ?? reading.complaints).toBeDefined();
      }),
    );
  });
});

describe("a filled form", () => {
  it("means arguments of the right types, without what was left empty", () => {
    const schema = object({
      limit: { type: "integer", default: 50 }, open: { type: "boolean" }, name: { type: "string" }, size: { enum: [1, 2] },
      states: { type: "array", items: { enum: ["x", "y"] } }, tags: { type: "array", items: { type: "string" } }, where: object({ city: { type: "string" } }, ["city"]), rest: {},
    });
    const filled = { open: "false", name: " ", size: "2", states: ['"y"'], tags: ["a", "b"], where: { city: "Bonn" }, rest: '{"deep":[1]}' };
    expect(read(schema, filled).arguments).toEqual({ limit: 50, open: false, size: 2, states: ["y"], tags: ["a", "b"], where: { city: "Bonn" }, rest: { deep: [1] } });
    expect(read(schema).arguments).toEqual({ limit: 50 });
  });

  it.each([
    [{ type: "integer" }, "1.5", "A whole number is needed."],
    [{ type: "number" }, "many", "A number is needed."],
    [{ type: "number", minimum: 1 }, "0", "At least 1."],
    [{ type: "number", maximum: 9 }, "10", "At most 9."],
    [{ type: "string", minLength: 3 }, "ab", "At least 3 characters."],
    [{ type: "string", format: "email" }, "ada", "An email address is needed, as in ada@example.com."],
    [{ type: "string", format: "uri" }, "example", "A whole address is needed, as in https://example.com."],
    [{ type: "string" }, "  ", "Fill this in."],
    [{ type: "boolean" }, "", "Choose one."],
    [{ enum: ["a", "b"] }, "", "Choose one."],
    [{}, "{", 'This is not JSON. Text needs double quotes, as in "Berlin".'],
  ] as [Json, string, string][])("of %j with %j gets a sentence", (schema, text, sentence) => {
    expect(read(object({ field: schema }, ["field"]), { field: text }).complaints).toEqual({ field: sentence });
  });

  it("is complained about where the fault is, however deep", () => {
    const schema = object({ where: object({ zip: { type: "integer" } }, ["zip"]), days: { type: "array", items: { type: "integer" } } }, ["where"]);
    expect(read(schema, { days: ["1", "x"] }).complaints).toEqual({ "where.zip": "Fill this in.", "days.1": "A number is needed." });
  });

  it("does not run a server's expression on what was typed", () => {
    expect(read(object({ a: { type: "string", pattern: "^(a+)+$" } }), { a: `${"a".repeat(40)}!` }).arguments).toEqual({ a: `${"a".repeat(40)}!` });
  });

  it("may be written as JSON instead", () => {
    expect(readJson(' {"a": 1}').arguments).toEqual({ a: 1 });
    expect(readJson("").arguments).toEqual({});
    expect(readJson("[1]").complaints?.[""]).toMatch(/object/);
    expect(readJson("{a: 1}").complaints?.[""]).toMatch(/quotes/);
  });
});

describe("what a tool gave back", () => {
  const field = { path: "deals[].amount", type: "number", examples: [], nullShare: 0 };

  it("is told in a sentence", () => {
    expect(summaryOf({ answer: answer({ durationMillis: 310 }), rows: { path: "deals", source: "structured", count: 1200 }, fields: [] })).toBe("1,200 rows in deals, in 0.3 s");
    expect(summaryOf({ answer: answer({ durationMillis: 12 }), rows: null, fields: [] })).toBe("Answered in 12 ms, without rows");
    expect(summaryOf({ answer: answer({ result: { isError: true } }), fields: [] })).toBe("The tool says that it failed.");
  });

  it("names its fields as they stand in a row", () => {
    expect([nameInRow("deals[].amount", "deals"), nameInRow("[].amount", ""), nameInRow("total", "deals")]).toEqual(["amount", "amount", "total"]);
  });

  it("has types that a person knows", () => {
    expect(typeInWords(field)).toBe("number");
    expect(typeInWords({ ...field, types: ["null"] })).toBe("always empty");
    expect(typeInWords({ ...field, types: ["integer", "string", "null"] })).toBe("whole number or text");
  });

  it.each([[0, "never"], [0.001, "under 1 %"], [0.044, "4 %"], [0.999, "99 %"], [1, "always"]])("is empty %d: %s", (share, word) => {
    expect(emptyInWords(share)).toBe(word);
  });

  it("has a range where there is an order", () => {
    expect(rangeInWords({ ...field, min: 5, max: 1200.5 })).toBe("5 to 1200.5");
    expect(rangeInWords({ ...field, min: "2026-01-01", max: "2026-01-01" })).toBe("2026-01-01");
    expect(rangeInWords(field)).toBe("");
  });
});
