import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ToolResult } from "../../protocol.ts";
import { compareRows, inSentence } from "./compare.ts";
import { toCsv } from "./csv.ts";
import { findRows, type Rows } from "./rows.ts";

const textResult = (text: string): ToolResult => ({ content: [{ type: "text", text }] });

describe("the rows of a result", () => {
  it("are in its structured content", () => {
    expect(findRows({ structuredContent: { deals: [{ id: 1 }], total: 3 } })).toEqual({ path: "deals", columns: ["id"], rows: [{ id: 1 }] });
  });

  it("are in JSON inside its text, whole or in parts", () => {
    expect(findRows(textResult('[{"a":1}]'))?.path).toBe("");
    expect(findRows({ content: [{ type: "text", text: '{"items":[{"a":1}' }, { type: "text", text: "]}" }] })?.path).toBe("items");
    expect(findRows({ content: [{ type: "text", text: "Here you are" }, { type: "text", text: '{"rows":[{"a":1}]}' }] })?.path).toBe("rows");
  });

  it("are in a markdown table", () => {
    const rows = findRows(textResult("Deals:\n\n| Name | Amount |\n|:---|---:|\n| A \\| B | 3 |\n| C | 4 |\n\nDone"));
    expect(rows).toEqual({ path: "table", columns: ["Name", "Amount"], rows: [{ Name: "A | B", Amount: "3" }, { Name: "C", Amount: "4" }] });
  });

  it("are the list of records, not the list of words beside it", () => {
    expect(findRows({ structuredContent: { columns: ["a", "b", "c"], data: { rows: [{ a: 1, b: 2, c: 3 }, { a: 1, b: 2, c: 3 }] } } })?.path).toBe("data.rows");
  });

  it("are none in a failure, in prose, and in one number", () => {
    expect(findRows({ ...textResult('[{"a":1}]'), isError: true })).toBeUndefined();
    expect(findRows(textResult("All good | really"))).toBeUndefined();
    expect(findRows({ structuredContent: { total: 3 } })).toBeUndefined();
    expect(findRows(null)).toBeUndefined();
  });

  it("are looked for in anything without breaking", () => {
    fc.assert(fc.property(fc.jsonValue(), fc.string(), (value, text) => void findRows({ structuredContent: value, content: [{ type: "text", text }, value] })));
  });
});

/** A reader of RFC 4180, to see whether a spreadsheet gets what went in. */
function parseCsv(text: string): string[][] {
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r]*))(,|\r\n)/gy;
  cells.lastIndex = 1;
  const rows: string[][] = [[]];
  for (let match = cells.exec(text); match !== null; match = cells.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

describe("CSV", () => {
  const rows = (columns: string[], ...records: Record<string, unknown>[]): Rows => ({ path: "", columns, rows: records });

  it("starts with the mark that Excel needs, and quotes what has to be", () => {
    expect(toCsv(rows(["a", "b"], { a: 'say "hi"', b: "x,y" }, { a: null, b: 3 }))).toBe('\uFEFFa,b\r\n"say ""hi""","x,y"\r\n,3\r\n');
  });

  it("never carries a formula into a spreadsheet", () => {
    expect(toCsv(rows(["a"], { a: "=HYPERLINK(1)" }, { a: "-5" }, { a: "@x" }, { a: -5 }))).toBe("\uFEFFa\r\n'=HYPERLINK(1)\r\n-5\r\n'@x\r\n-5\r\n");
  });

  it("comes back as it went", () => {
    const text = fc.string().filter((value) => !/^[=+\-@\t\r]/.test(value));
    fc.assert(
      fc.property(fc.array(fc.record({ a: text, b: text }), { minLength: 1 }), (records) => {
        expect(parseCsv(toCsv(rows(["a", "b"], ...records)))).toEqual([["a", "b"], ...records.map(({ a, b }) => [a, b])]);
      }),
    );
  });
});

describe("two answers to the same call", () => {
  const deals = (...records: Record<string, unknown>[]): Rows => ({ path: "deals", columns: ["id", "amount"], rows: records });

  it("differ cell by cell, whatever their order", () => {
    const difference = compareRows(deals({ id: 1, amount: 5 }, { id: 2, amount: 6 }, { id: 3, amount: 7 }), deals({ id: 2, amount: 8 }, { id: 1, amount: 5 }, { id: 4, amount: 1 }));
    expect(difference).toEqual({ added: 1, gone: 1, changes: [{ row: "2", column: "amount", before: 6, after: 8 }] });
    expect(inSentence(difference)).toBe("1 row has changed, 1 row is new, 1 row is gone.");
  });

  it("are the same when they are", () => {
    const same = deals({ id: 1, amount: { b: 1, a: 2 } });
    expect(inSentence(compareRows(same, deals({ id: 1, amount: { a: 2, b: 1 } })))).toBe("The source says the same.");
  });

  it("are compared by place when nothing tells the rows apart", () => {
    const plain = (...values: number[]): Rows => ({ path: "", columns: ["value"], rows: values.map((value) => ({ value })) });
    expect(compareRows(plain(1, 1, 2), plain(1, 1, 3)).changes).toEqual([{ row: "row 3", column: "value", before: 2, after: 3 }]);
  });
});
