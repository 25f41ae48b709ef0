import { describe, expect, it, vi } from "vitest";
import { Problem } from "../api/problem.ts";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer } from "../api/types.ts";
import { answer, failure } from "../testing/answers.ts";
import { FakeClock, settle } from "../testing/fakeClock.ts";
import { Asks } from "./asks.ts";
import { CallDesk } from "./callDesk.ts";
import { CallLog } from "./callLog.ts";
import { WriteDesk } from "./writeDesk.ts";

function desk({ live = false, call }: { live?: boolean; call: (body: CallBody) => CallAnswer | Promise<CallAnswer> }) {
  const clock = new FakeClock();
  const log = new CallLog();
  const asks = new Asks();
  const line = {
    call: vi.fn(async (body: CallBody) => call(body)),
    sourceOf: () => ({ connectorId: "crm", connector: "Acme CRM", tool: "list_deals" }),
    needsWord: vi.fn(async () => Promise.resolve(false)),
    isRead: vi.fn(() => false),
    onProblem: vi.fn(),
    onAnswer: vi.fn(),
    onHeld: vi.fn(),
  };
  const remember = vi.fn(async () => Promise.resolve());
  return { desk: new CallDesk(line, log, new WriteDesk(asks, {}, clock, remember), clock, live), line, log, asks, clock, remember };
}

const away = new Problem("away", "Away.");

describe("a call of a page", () => {
  it("gets the result untouched", async () => {
    const given = answer();
    const { desk: calls } = desk({ call: () => given });
    expect((await calls.call("t", {})).result).toBe(given.result);
  });

  it("is refused when the page is not shown, before anything else", async () => {
    const { desk: calls, line } = desk({ call: () => answer() });
    calls.close();
    expect((await calls.call("t", [])).result).toEqual({ content: [{ type: "text", text: "Artifact is not currently shown." }], isError: true });
    expect(line.call).not.toHaveBeenCalled();
  });

  it.each([[null], [[1]], ["x"], [1]])("with arguments %j is refused here", async (args) => {
    const { desk: calls, line } = desk({ call: () => answer() });
    expect((await calls.call("t", args)).result.content).toEqual([{ type: "text", text: "Tool args must be an object." }]);
    expect(line.call).not.toHaveBeenCalled();
  });

  it("leaves its age, duration and outcome in the log", async () => {
    const { desk: calls, log, clock } = desk({ call: () => answer({ cached: true }) });
    await calls.call("t", { a: 1 });
    expect(log.records.value).toMatchObject([{ state: "fresh", cached: true, storedAt: Date.parse("2026-11-20T12:00:00Z"), startedAt: clock.now(), connector: "Acme CRM" }]);
  });

  it("goes past every cache once after Reload, and again only when the page is reloaded", async () => {
    const { desk: calls, line } = desk({ live: true, call: () => answer() });
    await calls.call("t", { a: 1, b: 2 });
    await calls.call("t", { b: 2, a: 1 });
    await calls.call("t", { a: 2 });
    expect(line.call.mock.calls.map(([body]) => body.freshness)).toEqual(["live", "cached", "live"]);
  });

  it("no longer counts as reloaded after a minute", async () => {
    const { desk: calls, line, clock } = desk({ live: true, call: () => answer() });
    await clock.pass(61_000);
    await calls.call("t", {});
    expect(line.call.mock.calls[0]?.[0].freshness).toBe("cached");
  });

  it("waits out a short absence of the service", async () => {
    let tries = 0;
    const { desk: calls, clock, line } = desk({
      call: () => {
        if (++tries < 3) throw away;
        return answer();
      },
    });
    const called = calls.call("t", {});
    await clock.pass(5_000);
    expect((await called).error).toBeNull();
    expect(line.onProblem).toHaveBeenCalledTimes(2);
    expect(line.onAnswer).toHaveBeenCalledTimes(1);
  });

  it("tells the page when the service stays away", async () => {
    const { desk: calls, clock, log } = desk({
      call: () => {
        throw away;
      },
    });
    const called = calls.call("t", {});
    await clock.pass(20_000);
    expect(await called).toMatchObject({ error: { code: "server_unavailable", retryable: true }, result: { isError: true } });
    expect(log.records.value[0]?.state).toBe("failed");
  });

  it("does not ask twice when the answer is no", async () => {
    const { desk: calls, line } = desk({
      call: () => {
        throw new Problem("no-access", "Not yours.");
      },
    });
    expect((await calls.call("t", {})).result.content).toEqual([{ type: "text", text: "Not yours." }]);
    expect(line.call).toHaveBeenCalledTimes(1);
  });

  it("leaves no trace when the page cancels it", async () => {
    const { desk: calls, log } = desk({ call: () => Promise.reject(new DOMException("", "AbortError")) });
    const abort = new AbortController();
    abort.abort();
    expect((await calls.call("t", {}, { signal: abort.signal })).error?.code).toBe("cancelled");
    expect(log.records.value).toEqual([]);
  });
});

describe("a call that writes", () => {
  const writing = (body: CallBody) => (body.confirmed === true ? answer({ tool: "move_deal" }) : failure("approval_required", "needs your confirmation", { tool: "move_deal" }));

  it("runs only after the person said yes", async () => {
    const { desk: calls, asks, clock, line } = desk({ call: writing });
    const called = calls.call("t", { id: "D-1" });
    await clock.pass(200);
    const ask = asks.current.value;
    expect(ask?.question).toEqual({ kind: "calls", calls: [{ name: "t", connector: "Acme CRM", tool: "move_deal", args: { id: "D-1" }, reads: false }] });
    expect(line.call).toHaveBeenCalledTimes(1);
    asks.answer(ask?.id ?? 0, true);
    expect((await called).error).toBeNull();
    expect(line.call.mock.calls[1]?.[0].confirmed).toBe(true);
  });

  it("answers in the fixed words when the person said no", async () => {
    const { desk: calls, asks, clock, line } = desk({ call: writing });
    const called = calls.call("t", {});
    await clock.pass(200);
    asks.answer(asks.current.value?.id ?? 0, false);
    expect((await called).result).toEqual({ content: [{ type: "text", text: 'Tool "move_deal" was not allowed by the user.' }], isError: true });
    expect(line.call).toHaveBeenCalledTimes(1);
  });

  it("is confirmed together with what the page wants at the same time, and never slipped in later", async () => {
    const { desk: calls, asks, clock } = desk({ call: writing });
    const first = [calls.call("t", { id: 1 }), calls.call("t", { id: 2 })];
    await clock.pass(200);
    const late = calls.call("t", { id: 3 });
    await clock.pass(200);
    const dialog = asks.current.value;
    expect(dialog?.question.kind === "calls" && dialog.question.calls.map(({ args }) => args)).toEqual([{ id: 1 }, { id: 2 }]);
    asks.answer(dialog?.id ?? 0, true);
    await Promise.all(first);
    const next = asks.current.value;
    expect(next?.question.kind === "calls" && next.question.calls).toHaveLength(1);
    asks.answer(next?.id ?? 0, false);
    expect((await late).error?.code).toBe("approval_required");
  });

  it("is asked about before it is made where it is always allowed but nobody has clicked", async () => {
    const { desk: calls, asks, clock, line } = desk({ call: () => answer() });
    line.needsWord.mockResolvedValue(true);
    const called = calls.call("t", {});
    await clock.pass(200);
    expect(line.call).not.toHaveBeenCalled();
    asks.answer(asks.current.value?.id ?? 0, true);
    expect((await called).error).toBeNull();
    expect(line.call.mock.calls.map(([body]) => body.confirmed)).toEqual([true]);
  });

  it("is always allowed from now on where that was ticked, and only what was in the dialog", async () => {
    const { desk: calls, asks, clock, remember } = desk({ call: writing });
    const called = calls.call("t", {});
    await clock.pass(200);
    asks.answer(asks.current.value?.id ?? 0, true, ["t", "something_else"]);
    await called;
    expect(remember.mock.calls).toEqual([[["t"]]]);
  });

  it("that reads is asked about once per artifact, a refusal is not remembered", async () => {
    const { desk: calls, asks, clock, line, remember } = desk({ call: writing });
    line.isRead.mockReturnValue(true);
    const called = [calls.call("t", { id: 1 }), calls.call("t", { id: 2 })];
    await clock.pass(200);
    asks.answer(asks.current.value?.id ?? 0, true);
    await Promise.all(called);
    expect(remember.mock.calls).toEqual([[["t"]]]);
    const refused = calls.call("t", { id: 3 });
    await clock.pass(200);
    asks.answer(asks.current.value?.id ?? 0, false, ["t"]);
    await refused;
    expect(remember).toHaveBeenCalledTimes(1);
  });

  it("waits for the person without holding the page back", async () => {
    const { desk: calls, asks, clock, line } = desk({ call: writing });
    const called = calls.call("t", {});
    await clock.pass(200);
    expect([calls.held, line.onHeld.mock.calls.length]).toEqual([1, 1]);
    asks.answer(asks.current.value?.id ?? 0, false);
    await called;
    expect(calls.held).toBe(0);
  });

  it("is never repeated", async () => {
    const { desk: calls, asks, clock, line } = desk({
      call: (body) => {
        if (body.confirmed === true) throw away;
        return failure("approval_required", "confirm");
      },
    });
    const called = calls.call("t", {});
    await clock.pass(200);
    asks.answer(asks.current.value?.id ?? 0, true);
    await settle();
    await clock.pass(20_000);
    expect((await called).error?.code).toBe("server_unavailable");
    expect(line.call).toHaveBeenCalledTimes(2);
  });
});

describe("questions to the person", () => {
  it("are bounded: a page that asks without end gets no", async () => {
    const asks = new Asks();
    const answers = Array.from({ length: 50 }, () => asks.ask({ kind: "openLink", url: "https://a" }, {}));
    expect(await answers.at(-1)).toBe(false);
  });

  it("go when who asked goes", async () => {
    const asks = new Asks();
    const asker = {};
    const mine = asks.ask({ kind: "openLink", url: "https://a" }, asker);
    void asks.ask({ kind: "openLink", url: "https://b" }, {});
    asks.withdraw(asker);
    expect(await mine).toBe(false);
    expect(asks.current.value?.question).toEqual({ kind: "openLink", url: "https://b" });
  });

  it("take an answer only for what is on screen", () => {
    const asks = new Asks();
    void asks.ask({ kind: "openLink", url: "https://a" }, {});
    asks.answer(99, true);
    expect(asks.current.value).toBeDefined();
  });
});
