import { describe, expect, it } from "vitest";
import type { Artifact } from "../api/types.ts";
import type { HostState } from "../host/hostState.ts";
import type { SourceFreshness } from "../host/freshness.ts";
import { tool } from "../testing/answers.ts";
import { bannersOf } from "./bannerWords.ts";
import { longState, shortState, worstOf } from "./sourceWords.ts";

const now = new Date(2026, 10, 20, 12).getTime();
const quiet: HostState = { frames: [], records: [], notes: [], access: "open", trouble: null, away: false, reloading: null, slow: [], asking: 0, newData: null, refreshing: null, newVersion: false };

function source(more: Partial<SourceFreshness>): SourceFreshness {
  return { key: "crm", connectorId: "crm", name: "Acme CRM", state: "fresh", storedAt: now - 12_000, pending: false, reason: null, code: null, ...more };
}

function artifact(more: Partial<Artifact> = {}): Artifact {
  return { id: "a", title: "A", owner: { id: "ben", name: "Ben" }, role: "owner", version: 1, versionCount: 1, tools: [], createdAt: "", updatedAt: "", ...more };
}

const texts = (state: Partial<HostState>, of: Artifact | undefined, ...sources: SourceFreshness[]) =>
  bannersOf({ ...quiet, ...state }, of, sources, now).map(({ text, act }) => `${text} · ${act?.label ?? ""}`);

describe("the banner under the bar", () => {
  it("asks for a word before a page reads with somebody’s own access, and calls that no failure", () => {
    const waiting = [source({ state: "failing", code: "consent_needed" }), source({ key: "erp", name: "Acme ERP", state: "failing", code: "consent_needed" })];
    expect(texts({}, artifact({ role: "viewer" }), ...waiting)).toEqual(["This page wants to read Acme CRM, Acme ERP with your access · See what"]);
  });

  it("says above all else that the page is seen as a viewer sees it, and leads back", () => {
    const [first] = bannersOf({ ...quiet, away: true }, artifact(), [source({})], now, { asViewer: true });
    expect(first).toMatchObject({ text: "You see this page as a viewer does", fixed: true, act: { kind: "show-current" } });
  });

  it("says field by field how the data has changed, where that breaks something", () => {
    const drift = [
      { connector: "Acme ERP", tool: "open_items", changes: [{ kind: "new" as const, path: "note" }] },
      {
        connector: "Acme CRM",
        tool: "list_deals",
        changes: [
          { kind: "gone" as const, path: "deals[].owner" },
          { kind: "renamed" as const, path: "deals[].closeDate", is: "deals[].close_date" },
          { kind: "retyped" as const, path: "deals[].amount", was: "number", is: "text" },
        ],
      },
    ];
    expect(bannersOf(quiet, artifact(), [source({})], now, { drift }).map(({ text }) => text)).toEqual([
      "The data of Acme CRM has changed since this page was made. List deals: gone: deals[].owner; probably renamed: deals[].closeDate → deals[].close_date; of another type: deals[].amount (number → text)",
    ]);
  });

  it("says that an older version is on screen, and leads back", () => {
    const shown = bannersOf({ ...quiet, newVersion: true }, artifact({ version: 5 }), [], now, { pinned: 3 });
    expect(shown.map(({ text, act }) => [text, act?.kind])).toEqual([["This is version 3; the current one is version 5", "show-current"]]);
    expect(bannersOf(quiet, artifact({ version: 5 }), [], now, { pinned: 5 })).toEqual([]);
  });

  it("is not there when all is well", () => {
    expect(texts({}, artifact(), source({}))).toEqual([]);
  });

  it("names the connector that needs a sign-in, with the one action", () => {
    expect(texts({}, artifact(), source({ state: "failing", code: "needs_reauth", reason: "401" }))).toEqual(["Acme CRM needs you to sign in again · Sign in"]);
  });

  it("tells from when last good data is", () => {
    const monday = new Date(2026, 10, 16, 7).getTime();
    expect(texts({}, artifact(), source({ state: "old", code: "server_unavailable", storedAt: monday }))).toEqual([
      "Acme CRM does not answer: showing its data from Monday 7:00 · Try again",
    ]);
  });

  it("lets the owner review, and a viewer know", () => {
    const tools = [tool("a", { state: "requested" }), tool("b", { state: "unmapped" }), tool("c")];
    expect(texts({}, artifact({ tools }))).toEqual(["This page asks for 2 tools · Review"]);
    expect(texts({}, artifact({ tools, role: "viewer" }))).toEqual(["Ben has not approved 2 tools of this page yet · "]);
  });

  it("says whom it waits for when a reload takes long", () => {
    expect(texts({ slow: ["Acme CRM", "Acme ERP"] }, artifact(), source({}))).toEqual(["Still waiting for Acme CRM and Acme ERP. What you see is from before · "]);
  });

  it("puts what presses most first", () => {
    const all = texts({ access: "signed-out", away: true, newVersion: true, newData: { at: now, shown: false } }, artifact(), source({ state: "failing", code: "upstream_error", reason: "Broken." }));
    expect(all.map((text) => text.split(" ")[0])).toEqual(["Your", "Live", "A", "New", "Broken."]);
  });
});

describe("a source's words", () => {
  it("are its age, or what is wrong", () => {
    expect([shortState(source({}), now), shortState(source({ state: "failing", code: "needs_reauth" }), now), shortState(source({ state: "failing" }), now), shortState(source({ state: "waiting", storedAt: null, pending: true }), now)]).toEqual([
      "12 s",
      "sign in",
      "failing",
      "loading",
    ]);
    expect(longState(source({ state: "old" }), now)).toBe("Old, from today 11:59");
  });

  it("on a phone are those of the worst", () => {
    expect(worstOf([source({ key: "a" }), source({ key: "b", state: "failing" }), source({ key: "c", state: "old" })])?.key).toBe("b");
    expect(worstOf([])).toBeUndefined();
  });
});
