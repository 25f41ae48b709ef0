import { describe, expect, it } from "vitest";
import { isNew, stateOf } from "./cardWords.ts";

const now = new Date(2026, 10, 20, 12).getTime();
const at = (ms: number) => new Date(now - ms).toISOString();
const source = (name: string, outcome: "fresh" | "stale" | "failed", storedAt: string | null) => ({ id: name, slug: name, name, freshness: { outcome, storedAt, seenAt: at(0) } });

describe("the mark on a card", () => {
  it("is on what others have shared until it was opened", () => {
    expect([isNew({ role: "viewer", lastOpenedAt: null }), isNew({ role: "viewer", lastOpenedAt: at(0) }), isNew({ role: "owner" })]).toEqual([true, false, false]);
  });
});

describe("the dot on a card", () => {
  it("is not there before the page was opened", () => {
    expect(stateOf({ connectors: [{ id: "crm", slug: "crm", name: "CRM" }] }, now)).toBeUndefined();
  });

  it("tells the oldest data of sources that all answered", () => {
    expect(stateOf({ connectors: [source("CRM", "fresh", at(12_000)), source("ERP", "fresh", at(180_000))] }, now)).toEqual({ look: "fresh", text: "3 min" });
  });

  it("names the source that did not", () => {
    expect(stateOf({ connectors: [source("CRM", "fresh", at(12_000)), source("ERP", "stale", at(3_600_000))] }, now)).toEqual({ look: "old", text: "ERP 11:00" });
    expect(stateOf({ connectors: [source("ERP", "stale", at(9_000)), source("CRM", "failed", null)] }, now)).toEqual({ look: "failing", text: "CRM did not answer" });
  });
});
