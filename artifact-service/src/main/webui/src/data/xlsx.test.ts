import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsIn } from "./rows.ts";
import { toCells, toXlsx } from "./xlsx.ts";

describe("rows as a workbook", () => {
  it("keep numbers, days and words apart, the names on top", () => {
    const cells = toCells({ path: "", columns: ["deal", "amount", "due", "open", "more"], rows: [{ deal: "=SUM(A1)", amount: 12.5, due: "2026-03-01", open: true, more: { a: 1 } }] });
    expect(cells).toMatchObject([
      [{ value: "deal", fontWeight: "bold" }, { value: "amount" }, { value: "due" }, { value: "open" }, { value: "more" }],
      [{ value: "=SUM(A1)", type: String }, { value: 12.5, type: Number }, { value: new Date("2026-03-01T00:00:00Z"), type: Date }, { value: true, type: Boolean }, { value: '{"a":1}', type: String }],
    ]);
  });

  it("are a file that begins as one", async () => {
    const file = await toXlsx({ path: "", columns: ["a"], rows: [{ a: "ü" }, { a: 2 }, { a: null }] });
    expect(new TextDecoder().decode((await file.arrayBuffer()).slice(0, 2))).toBe("PK");
  });

  it("can be made of any rows", () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 8 }), (list) => {
        const rows = rowsIn(list);
        if (rows === undefined) return;
        expect(toCells(rows)).toHaveLength(rows.rows.length + 1);
      }),
    );
  });
});
