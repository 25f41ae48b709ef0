import { describe, expect, it } from "vitest";
import { host, write } from "../testing/openHost.ts";

describe("a write that is always allowed", () => {
  it("is made at once after a click, and asked about where nobody clicked", async () => {
    const { host: made, open, api, browser, clock } = host();
    made.start();
    const page = await open([write, { kind: "loaded" }]);
    await clock.pass(500);
    expect(made.asks.current.value).toBeUndefined();
    expect(api.call).toHaveBeenCalledTimes(1);
    browser.gesture.mockReturnValue(false);
    page.say({ ...write, id: 3 });
    await clock.pass(500);
    expect(made.asks.current.value?.question).toMatchObject({ kind: "calls", calls: [{ name: "acme__move", reads: false }] });
    expect(api.call).toHaveBeenCalledTimes(1);
    made.stop();
  });
});

describe("a task", () => {
  it("is not run on the page's word alone that somebody clicked", async () => {
    const { host: made, open, browser } = host();
    browser.gesture.mockReturnValue(false);
    made.start();
    const page = await open([{ kind: "request", id: 1, method: "runTask", params: { taskId: "weekly", gesture: true } }]);
    expect(page.heard).toContainEqual({
      kind: "answer",
      id: 1,
      ok: true,
      value: { isError: true, error: "runScheduledTask requires a user gesture (click/keypress)." },
    });
    made.stop();
  });
});
