import { describe, expect, it } from "vitest";
import type { HostState } from "../host/hostState.ts";
import { settled, showable, trialOf } from "./trial.ts";

const shown = { id: 1, name: "", phase: "shown" } as const;
const quiet = { frames: [shown], records: [], notes: [], trouble: null, reloading: null } as unknown as HostState;

describe("what the browser has seen of a page", () => {
  it("tells errors, what was kept out and how the calls went, and nothing of their data", () => {
    const call = { id: 1, key: "k", name: "mcp__crm__list_deals", state: "failed", error: { code: "bad_request", message: "No such stage" }, result: { content: "secret" } };
    const trial = trialOf(3, {
      ...quiet,
      notes: [
        { level: "error", text: "x is not defined", where: null },
        { level: "blocked", text: "https://example.test/a.js", where: null },
        { level: "note", text: "by the way", where: null },
      ],
      records: [call],
    } as unknown as HostState);
    expect(trial).toEqual({
      round: 3,
      console: [{ level: "error", text: "x is not defined" }],
      calls: [{ name: "mcp__crm__list_deals", code: "bad_request", message: "No such stage" }],
      blocked: ["https://example.test/a.js"],
      empty: false,
    });
    expect(JSON.stringify(trial)).not.toContain("secret");
  });

  it("says so when nothing is to be seen", () => {
    expect(trialOf(1, { ...quiet, frames: [] }).empty).toBe(true);
    expect(settled({ ...quiet, reloading: "stored" })).toBe(false);
    expect(settled(quiet)).toBe(true);
    expect(settled({ ...quiet, frames: [], trouble: "It was stopped" })).toBe(true);
  });
});

describe("a page that is still being written", () => {
  it("is shown without scripts and without half a tag", () => {
    expect(showable("<h1>A</h1><script>run()</script><p>B</p><tab")).toBe("<h1>A</h1><p>B</p>");
    expect(showable("<h1>A</h1><script src='x'>run(")).toBe("<h1>A</h1>");
  });
});
