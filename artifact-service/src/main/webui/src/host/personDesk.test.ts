import { describe, expect, it, vi } from "vitest";
import { texts } from "../../protocol.ts";
import { Problem } from "../api/problem.ts";
import type { Schedule } from "../schedules/types.ts";
import { Asks } from "./asks.ts";
import { PersonDesk } from "./personDesk.ts";

const pipeline: Schedule = { id: "s1", artifactId: "a", artifactTitle: "Open pipeline", cron: "0 7 * * 1", inWords: "Every Monday at 7:00", timeZone: "UTC", paused: false, recentRuns: [], ownerId: "ada" };

function desk(given: { gesture?: boolean; schedules?: Schedule[]; run?: () => Promise<never> } = {}) {
  const asks = new Asks();
  const runSchedule = vi.fn(given.run ?? (async () => Promise.resolve({ id: "run-1" } as never)));
  const tools = {
    gesture: () => given.gesture ?? true,
    open: vi.fn(),
    save: vi.fn(),
    copy: async () => Promise.resolve(true),
    ask: async () => Promise.resolve({ text: "" }),
    schedules: async () => Promise.resolve(given.schedules ?? [pipeline]),
    runSchedule,
  };
  const answer = async (yes: boolean) => {
    await vi.waitFor(() => expect(asks.current.value).toBeDefined());
    const ask = asks.current.value;
    asks.answer(ask?.id ?? 0, yes);
    return ask?.question;
  };
  return { desk: new PersonDesk(asks, {}, tools), runSchedule, answer, asks };
}

describe("a task that a page starts", () => {
  it("runs after the person has said yes, and its run is the answer", async () => {
    const { desk: person, runSchedule, answer } = desk();
    const answered = person.runTask("s1", true);
    expect(await answer(true)).toEqual({ kind: "runTask", title: "Open pipeline, Every Monday at 7:00" });
    expect(await answered).toEqual({ sessionId: "run-1" });
    expect(runSchedule).toHaveBeenCalledExactlyOnceWith("s1");
  });

  it("can be called as its artifact is called, as long as only one is", async () => {
    const { desk: person, answer } = desk();
    const answered = person.runTask("open-pipeline", true);
    await answer(true);
    expect(await answered).toEqual({ sessionId: "run-1" });
    const twice = desk({ schedules: [pipeline, { ...pipeline, id: "s2" }] });
    expect(await twice.desk.runTask("open-pipeline", true)).toEqual({ isError: true, error: texts.taskNotFound("open-pipeline") });
  });

  it("needs a gesture by the browser's own word, whatever the page says", async () => {
    const { desk: person, asks } = desk({ gesture: false });
    for (const claimed of [true, false]) expect(await person.runTask("s1", claimed)).toEqual({ isError: true, error: texts.needsGesture });
    expect(asks.current.value).toBeUndefined();
  });

  it("is not there, is declined, or cannot be started: each is said in its words", async () => {
    expect(await desk().desk.runTask("weekly-report", true)).toEqual({ isError: true, error: texts.taskNotFound("weekly-report") });
    const declined = desk();
    const answered = declined.desk.runTask("s1", true);
    await declined.answer(false);
    expect(await answered).toEqual({ isError: true, error: texts.taskDeclined });
    expect(declined.runSchedule).not.toHaveBeenCalled();
    const away = desk({ run: async () => Promise.reject(new Problem("away", "Schedules cannot be reached.")) });
    const lost = away.desk.runTask("s1", true);
    await away.answer(true);
    expect(await lost).toEqual({ isError: true, error: "Schedules cannot be reached." });
  });
});
