import { describe, expect, it } from "vitest";
import type { Version } from "../api/types.ts";
import { deltaOf, inSentence, isSame, rowName, spanInWords, tableOf } from "./changeWords.ts";
import { contentOf, dayInWords, timeOf } from "./snapshotWords.ts";
import { timelineOf } from "./timeline.ts";
import type { Snapshot, SourceChange } from "./types.ts";

const now = new Date(2026, 10, 20, 12).getTime();
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();
const snapshot = (id: string, takenAt: string): Snapshot => ({ id, runId: `r${id}`, takenAt, version: 1, outcome: "finished", calls: [] });
const version = (number: number, createdAt: string): Version => ({ number, createdAt });

const change: SourceChange = { position: 0, connector: "Acme CRM", tool: "list_deals", key: ["id"], added: { count: 1, rows: [{ id: "3" }] }, removed: { count: 0, rows: [] }, changed: { count: 2, rows: [] }, unchanged: 40 };

describe("the time line", () => {
  const versions = [version(2, at(20, 9)), version(1, at(12, 9))];
  const snapshots = [snapshot("b", at(20, 7)), snapshot("a", at(19, 7))];

  it("has versions and data in one line, by days, the newest first", () => {
    const days = timelineOf(versions, snapshots, "all", false);
    expect(days.map(({ moments }) => moments.map((moment) => (moment.kind === "version" ? moment.version.number : moment.snapshot.id)))).toEqual([[2, "b"], ["a"], [1]]);
  });

  it("puts nothing in between later on: what is older than the snapshots known so far waits", () => {
    const shown = timelineOf(versions, snapshots, "all", true).flatMap(({ moments }) => moments);
    expect(shown.some((moment) => moment.kind === "version" && moment.version.number === 1)).toBe(false);
    expect(timelineOf(versions, snapshots, "versions", true).flatMap(({ moments }) => moments)).toHaveLength(2);
  });

  it("tells two of the same minute by their seconds, and no others", () => {
    const twice = [snapshot("c", new Date(2026, 10, 20, 7, 0, 9).toISOString()), snapshot("b", at(20, 7)), snapshot("a", at(19, 7))];
    const times = timelineOf([], twice, "snapshots", false).flatMap(({ moments }) => moments.map((moment) => timeOf(moment.at, moment.exact)));
    expect(times).toEqual(["7:00:09", "7:00:00", "7:00"]);
  });

  it("names its days", () => {
    expect([20, 19, 16].map((day) => dayInWords(new Date(2026, 10, day).getTime(), now))).toEqual(["Today", "Yesterday", "Monday"]);
    expect(dayInWords(new Date(2026, 9, 2).getTime(), now)).toBe("2 October");
  });

  it("says what a snapshot holds and what it lacks", () => {
    const calls = [
      { position: 0, connector: "Acme CRM", tool: "a", rows: 40 },
      { position: 1, connector: "Acme ERP", tool: "b", rows: 8 },
      { position: 2, connector: "Calendar", tool: "c", error: { message: "away" } },
    ];
    expect(contentOf({ calls })).toBe("Acme CRM and Acme ERP · 48 rows · without Calendar");
  });
});

describe("what changed", () => {
  it("is a sentence", () => {
    expect(inSentence(change)).toBe("2 rows have changed, 1 row is new, 40 rows are the same.");
    const same = { ...change, added: { count: 0, rows: [] }, changed: { count: 0, rows: [] } };
    expect([isSame(same), inSentence(same)]).toEqual([true, "Nothing changed."]);
  });

  it("says between which times", () => {
    expect(spanInWords({ from: { id: "a", takenAt: at(19, 7) }, to: { id: "b", takenAt: at(20, 7) }, sources: [] }, now)).toBe("Yesterday 7:00 → today 7:00");
  });

  it("calls rows by what tells them apart", () => {
    expect([{ key: { id: 7 } }, { key: { region: "EMEA", year: 2026 } }, { key: {} }].map(rowName)).toEqual(["7", "EMEA, 2026", "The answer"]);
    expect(tableOf([{ name: "x", id: 1 }, { name: "y", id: 2, more: true }], ["id"]).columns).toEqual(["id", "name", "more"]);
  });

  it("tells the difference of numbers alone", () => {
    expect([deltaOf(1000, 2200), deltaOf(5, 2), deltaOf(0.1, 0.3), deltaOf("1", 2), deltaOf(3, 3)]).toEqual(["+1,200", "−3", "+0.2", undefined, "0"]);
  });
});
