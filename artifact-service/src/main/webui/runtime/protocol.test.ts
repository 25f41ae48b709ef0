import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPageMessage } from "../pageMessages.ts";

describe("a message from a page", () => {
  it.each([
    { kind: "request", id: 1, method: "cowork.call", params: { name: "t", args: {} } },
    { kind: "request", id: 2, method: "claude.call", params: { server: "s", tool: "t", input: {}, cache: { staleTime: 5 } } },
    { kind: "request", id: 3, method: "user", params: {} },
    { kind: "cancel", id: 1 },
    { kind: "storage", area: "local", seq: 1, write: { set: { a: "b" }, remove: [] } },
    { kind: "message", level: "error", text: "x", where: null },
    { kind: "loaded" },
  ])("is taken if it is well-formed: %j", (message) => {
    expect(readPageMessage(message)).toBe(message);
  });

  it.each([
    null,
    "request",
    [],
    { kind: "toString" },
    { kind: "request", id: -1, method: "user", params: {} },
    { kind: "request", id: 1, method: "constructor", params: {} },
    { kind: "request", id: 1, method: "cowork.call", params: { name: 1, args: {} } },
    { kind: "request", id: 1, method: "cowork.call", params: { name: "t" } },
    { kind: "request", id: 1, method: "claude.call", params: { server: "s", tool: "t", input: {}, cache: { staleTime: "5" } } },
    { kind: "storage", area: "cookies", seq: 1, write: { set: {}, remove: [] } },
    { kind: "storage", area: "local", seq: 1, write: { set: { a: 1 }, remove: [] } },
    { kind: "message", level: "shout", text: "x", where: null },
  ])("is dropped if it is not: %j", (message) => {
    expect(readPageMessage(message)).toBeUndefined();
  });

  it("may be anything, and is never believed by accident", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true, withNullPrototype: true }), (data) => {
        const message = readPageMessage(data);
        expect(message === undefined || message === data).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
