import { describe, expect, it } from "vitest";
import type { ToolTarget, WantedTool } from "../api/types.ts";
import { askedOf, choicesOf, missing } from "./mapping.ts";

const target = (connectorId: string, tool = "list_deals"): ToolTarget => ({ connectorId, connectorName: connectorId.toUpperCase(), tool, readOnly: true });
const wanted = (name: string, guess?: ToolTarget, candidates: ToolTarget[] = [], flagged?: string): WantedTool => ({
  name,
  tool: name.split("__").at(-1) ?? "",
  candidates,
  ...(guess === undefined ? {} : { guess }),
  ...(flagged === undefined ? {} : { flagged }),
});

describe("the connectors that a page's prefixes mean", () => {
  const needs = {
    tools: [
      wanted("mcp__7f3e__list_deals", target("crm"), [target("crm"), target("old-crm", "deals")]),
      wanted("mcp__7f3e__list_notes", undefined, [target("notes", "list_notes")]),
      wanted("mcp__{{X}}__cash", undefined, [], "This is a placeholder that nobody filled"),
    ],
  };

  it("are guessed by prefix, with all that could be meant", () => {
    const [first, second] = askedOf(needs);
    expect(first).toMatchObject({ server: "7f3e", guess: "crm", offers: [{ id: "crm", has: 1 }, { id: "old-crm", has: 1 }, { id: "notes", has: 1 }] });
    expect(second).toMatchObject({ server: "{{X}}", guess: undefined });
  });

  it("are sent as the person confirmed them, each tool under its own name there", () => {
    const asked = askedOf(needs);
    expect(choicesOf(asked, new Map())).toEqual([
      { name: "mcp__7f3e__list_deals", connectorId: "crm", tool: "list_deals" },
      { name: "mcp__7f3e__list_notes", connectorId: "crm" },
    ]);
    expect(choicesOf(asked, new Map([["7f3e", "old-crm"]]))[0]).toEqual({ name: "mcp__7f3e__list_deals", connectorId: "old-crm", tool: "deals" });
    expect(choicesOf(asked, new Map([["7f3e", undefined]]))).toEqual([]);
  });

  it("say what the chosen one does not have", () => {
    const [first] = askedOf(needs);
    if (first === undefined) throw new Error("nothing asked");
    const names = (connectorId: string | undefined) => missing(first, connectorId).map(({ tool }) => tool);
    expect(names("crm")).toEqual(["list_notes"]);
    expect(names("notes")).toEqual(["list_deals"]);
    expect(names(undefined)).toEqual(["list_deals", "list_notes"]);
  });
});
