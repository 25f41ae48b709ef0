import { describe, expect, it } from "vitest";
import { factsOf, hasEnded } from "./permissionWords.ts";
import { cronOf, parseTime, presets, rhythmOf } from "./presets.ts";
import { scheduleWith, withProgress } from "./progress.ts";
import { candidateInWords, choose, chosenFor, fixedInWords, lastName, noChoices, reviewed } from "./review.ts";
import { endOf, spreadsWith } from "./rules.ts";
import { canRetry, nextInWords, runInWords, tookInWords } from "./runWords.ts";
import { nextRefreshes } from "./useNextRefreshes.ts";
import type { Delegation, ProposedCall, Run, Schedule } from "./types.ts";

const now = Date.parse("2026-11-20T12:00:00Z");

const run: Run = {
  id: "r",
  scheduleId: "s",
  artifactId: "a",
  dueAt: "2026-11-20T07:00:00Z",
  trigger: "schedule",
  state: "running",
  requestedAt: "2026-11-20T07:00:00Z",
  total: 2,
  done: 0,
  calls: [
    { position: 0, connector: "Acme CRM", tool: "list_deals", state: "waiting" },
    { position: 1, connector: "Acme ERP", tool: "cash_position", state: "waiting" },
  ],
};

const schedule: Schedule = { id: "s", artifactId: "a", artifactTitle: "Pipeline", cron: "0 7 * * 1", inWords: "Every Monday at 7:00", timeZone: "UTC", paused: false, recentRuns: [run], ownerId: "ada" };

const call: ProposedCall = {
  key: "k",
  connectorId: "c",
  connectorName: "Acme ERP",
  tool: "revenue",
  current: true,
  arguments: { from: "2026-11-01", region: ["EMEA", "APAC"], year: 2026 },
  relative: [
    {
      path: "$.from",
      value: "2026-11-01",
      chosen: "month.start",
      candidates: [{ expression: "month.start", words: "first day of this month", today: "2026-11-01" }, { expression: "today-19d", words: "19 days ago", today: "2026-11-01" }],
    },
  ],
};

describe("a rhythm", () => {
  it.each([
    ["weekdays", "07:30", "30 7 * * 1-5"],
    ["mondays", "07:00", "0 7 * * 1"],
    ["hourly", "", "0 * * * *"],
    ["month-start", "06:05", "5 6 1 * *"],
    ["month-end", "18:00", "0 18 L * *"],
    ["custom", "07:00", "1 2 3 4 5"],
    ["weekdays", "", ""],
  ])("%s at %s is %s", (preset, time, cron) => {
    expect(cronOf({ preset, time, custom: " 1 2 3 4 5 " })).toBe(cron);
  });

  it("is found again in what it was saved as", () => {
    for (const { value, timed } of presets.filter((preset) => preset.value !== "custom")) {
      const rhythm = { preset: value, time: timed ? "18:45" : "07:00", custom: "" };
      expect(rhythmOf(cronOf(rhythm))).toEqual(rhythm);
    }
    expect(rhythmOf("*/5 9-17 * * 1-5")).toMatchObject({ preset: "custom", custom: "*/5 9-17 * * 1-5" });
  });

  it("takes no time that there is not", () => {
    expect([parseTime("25:00"), parseTime(""), parseTime("9:05")]).toEqual([undefined, undefined, [9, 5]]);
  });
});

describe("what is reviewed before a schedule is accepted", () => {
  it("is what was proposed, where the owner says nothing else", () => {
    expect(reviewed([call], noChoices)).toEqual([{ key: "k", relative: [{ path: "$.from", expression: "month.start" }] }]);
  });

  it("is what the owner chose, a fixed value too", () => {
    expect(reviewed([call], choose(noChoices, "k", "$.from", "today-19d"))[0]?.relative).toEqual([{ path: "$.from", expression: "today-19d" }]);
    expect(reviewed([call], choose(noChoices, "k", "$.from", null))[0]?.relative).toEqual([{ path: "$.from", expression: null }]);
  });

  it("falls back to the proposal when a choice is not on offer any more", () => {
    const [value] = call.relative;
    expect(value && chosenFor(choose(noChoices, "k", "$.from", "year.start"), "k", value)).toBe("month.start");
  });

  it("is shown in words", () => {
    expect(call.relative[0]?.candidates.map(candidateInWords)).toEqual(["First day of this month (now 2026-11-01)", "19 days ago (now 2026-11-01)"]);
    expect(fixedInWords(call.arguments, call.relative)).toBe("region: EMEA / APAC, year: 2026");
    expect(["$.filter.from", "/filter/from", "from", "$.days[0]"].map(lastName)).toEqual(["from", "from", "from", "0"]);
  });
});

describe("a run", () => {
  it("moves on call by call, and what comes late or twice never takes it back", () => {
    const first = withProgress(run, { runId: "r", done: 1, total: 2, call: { position: 1, connector: "Acme ERP", tool: "cash_position", durationMillis: 40 } });
    expect(first).toMatchObject({ done: 1, calls: [{ state: "waiting" }, { state: "done", durationMillis: 40 }] });
    const failed = withProgress(first, { runId: "r", done: 2, total: 2, call: { position: 0, connector: "Acme CRM", tool: "list_deals", error: "away" } });
    expect(failed.calls[0]).toMatchObject({ state: "failed", error: "away" });
    expect(withProgress(failed, { runId: "r", done: 1, total: 2, call: undefined }).done).toBe(2);
    const over = { ...failed, state: "partly" } as const;
    expect(withProgress(over, { runId: "r", done: 1, total: 2, call: undefined })).toBe(over);
    expect(withProgress(run, { runId: "other", done: 1, total: 2, call: undefined })).toBe(run);
  });

  it("under way moves its schedule along", () => {
    expect(scheduleWith(schedule, { runId: "r", done: 2, total: 2, call: undefined }).recentRuns[0]?.done).toBe(2);
    expect(scheduleWith(schedule, { runId: "x", done: 2, total: 2, call: undefined })).toBe(schedule);
  });

  it("says how it went, how far it is, and why it was none", () => {
    expect(runInWords({ ...run, done: 1 })).toBe("running, 1 of 2");
    expect(runInWords({ ...run, state: "gone", reason: "the permission has ended" })).toBe("stopped: the permission has ended");
    expect(runInWords({ ...run, state: "skipped" })).toBe("skipped: the one before was still running");
    expect(tookInWords({ ...run, finishedAt: "2026-11-20T07:00:02.5Z" })).toBe("2.5 s");
    expect([canRetry({ ...run, state: "partly" }), canRetry({ ...run, state: "finished" })]).toEqual([true, false]);
  });
});

describe("a schedule", () => {
  it("says when it fires next, or why it does not", () => {
    expect(nextInWords(schedule, now)).toBe("No next run");
    expect(nextInWords({ ...schedule, paused: true, pausedBy: "owner" }, now)).toBe("Paused");
    expect(nextInWords({ ...schedule, paused: true, pausedBy: "failures", pausedReason: "it failed 10 times in a row" }, now)).toBe("Paused by itself: it failed 10 times in a row");
  });

  it("is the next refresh of its artifact, unless it is paused", () => {
    const [early, late] = ["2026-11-21T07:00:00Z", "2026-11-23T07:00:00Z"];
    const all = [{ ...schedule, nextAt: late }, { ...schedule, nextAt: early }, { ...schedule, artifactId: "b", nextAt: early, paused: true }, schedule];
    expect([...nextRefreshes(all)]).toEqual([["a", Date.parse(early)]]);
  });

  it("keeps a spread that is none of the usual ones", () => {
    expect(spreadsWith(42).at(-1)).toEqual({ seconds: 42, label: "Within 42 seconds after" });
    expect(spreadsWith(300)).toHaveLength(4);
  });
});

describe("a permission", () => {
  const delegation: Delegation = { artifactId: "a", title: "Pipeline", givenAt: "2026-11-19T12:00:00Z", versionGiven: 1, outdated: false, calls: [] };

  it("ends when it was said to", () => {
    expect([endOf(0, now), endOf(30, now)]).toEqual([undefined, "2026-12-20T12:00:00.000Z"]);
    expect([hasEnded(delegation, now), hasEnded({ expiresAt: "2026-11-20T11:00:00Z" }, now)]).toEqual([false, true]);
  });

  it("says what it is good for", () => {
    expect(factsOf(delegation, now)).toBe("0 calls · given yesterday · not used yet · until you take it back");
    expect(factsOf({ ...delegation, expiresAt: "2026-11-20T11:00:00Z" }, now)).toContain("ended 1 hour ago");
  });
});
