import { describe, expect, it } from "vitest";
import { Problem } from "../api/problem.ts";
import { settle } from "../testing/fakeClock.ts";
import { host, read } from "../testing/openHost.ts";

describe("access to an open artifact", () => {
  it("says why when it may not be opened", async () => {
    const { host: made } = host({ ticket: async () => Promise.reject(new Problem("signed-out", "Sign in to go on.")) });
    made.start();
    await settle();
    expect(made.state.value).toMatchObject({ access: "signed-out", trouble: "Sign in to go on." });
    made.stop();
  });

  it("keeps the page when the session runs out, and goes on with what was refused", async () => {
    let over = false;
    const { host: made, open, frames, clock, api } = host({
      ticket: async () => (over ? Promise.reject(new Problem("signed-out", "Sign in to go on.")) : Promise.resolve({ url: "http://sandbox/p/1", nonce: "n0" })),
    });
    made.start();
    await open([read, { kind: "loaded" }]);
    const [good] = frames();
    over = true;
    void made.load("live");
    await clock.pass(400);
    expect(frames()).toEqual([good]);
    expect(made.state.value.access).toBe("signed-out");
    over = false;
    made.signedInAgain();
    await clock.pass(400);
    await open([read, { kind: "loaded" }]);
    await clock.pass(500);
    expect(made.state.value.access).toBe("open");
    expect(frames()).not.toEqual([good]);
    expect(api.call.mock.calls.map(([body]) => body.freshness)).toEqual(["cached", "live"]);
    made.stop();
  });

  it("asks for what the server itself has missed, once", async () => {
    const { host: made, open, tell, clock, api } = host();
    made.start();
    await open([read, { kind: "loaded" }]);
    tell({ type: "missed" });
    tell({ type: "missed" });
    await clock.pass(3_100);
    expect(api.storage).toHaveBeenCalledTimes(1);
    made.stop();
  });

  it("sends what was kept while nobody was signed in once somebody is", async () => {
    const { host: made, open, clock, api } = host();
    made.start();
    const page = await open([read, { kind: "loaded" }]);
    api.saveStorage.mockRejectedValueOnce(new Problem("signed-out", "You are signed out."));
    page.say({ kind: "storage", area: "local", seq: 1, write: { set: { stage: "won" }, remove: [] } });
    await clock.pass(1_000);
    expect(made.state.value).toMatchObject({ access: "signed-out", notes: [] });
    made.signedInAgain();
    await settle();
    expect(api.saveStorage.mock.calls).toEqual([
      [{ set: { stage: "won" }, remove: [] }, false],
      [{ set: { stage: "won" }, remove: [] }, false],
    ]);
    expect(made.state.value.access).toBe("open");
    made.stop();
  });

  it("starts its next page with what it could not keep while the server was away", async () => {
    let away = false;
    const order: string[] = [];
    const done = async <T>(what: string, answer: T): Promise<T> => {
      order.push(away ? `no ${what}` : what);
      return away ? Promise.reject(new Problem("away", "away")) : Promise.resolve(answer);
    };
    const { host: made, open, clock, api } = host({ ticket: async () => done("ticket", { url: "http://sandbox/p/1", nonce: "n0" }) });
    api.saveStorage.mockImplementation(async () => done("save", { revision: 1 }));
    made.start();
    const page = await open([read, { kind: "loaded" }]);
    away = true;
    page.say({ kind: "storage", area: "local", seq: 1, write: { set: { stage: "won" }, remove: [] } });
    await settle();
    void made.load("live");
    await clock.pass(350);
    away = false;
    await clock.pass(3_000);
    expect(order).toContain("no ticket");
    expect(order.slice(-2)).toEqual(["save", "ticket"]);
    made.stop();
  });

  it("is emptied when somebody ends its session", async () => {
    const { host: made, open, tell, frames } = host();
    made.start();
    await open();
    tell({ type: "signedout" });
    await settle();
    expect(made.state.value.access).toBe("ended");
    expect(frames()).toEqual([]);
  });

  it("ends when its owner ends the access", async () => {
    const { host: made, open, tell, frames } = host();
    made.start();
    await open();
    tell({ type: "revoked" });
    await settle();
    expect(made.state.value.access).toBe("revoked");
    expect(frames()).toEqual([]);
  });
});
