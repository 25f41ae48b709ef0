import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askEarly, ticketFor, versionIn } from "./earlyTicket.ts";

const id = "0198a0c0-0000-7000-8000-000000000001";
const other = "0198a0c0-0000-7000-8000-000000000002";

function answer(status: number): Response {
  const body = { url: "http://127.0.0.1:1/p/ticket", nonce: "n" };
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}

describe("the early ticket", () => {
  const fetches = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();

  beforeEach(() => {
    fetches.mockImplementation(async () => Promise.resolve(answer(200)));
    vi.stubGlobal("fetch", fetches);
  });

  afterEach(async () => {
    await ticketFor(other, undefined).catch(() => undefined);
    vi.useRealTimers();
    vi.unstubAllGlobals();
    fetches.mockReset();
  });

  it("is asked for once and used once", async () => {
    askEarly({ pathname: `/a/${id}`, search: "" });
    await ticketFor(id, undefined);
    expect(fetches).toHaveBeenCalledTimes(1);
    await ticketFor(id, undefined);
    expect(fetches).toHaveBeenCalledTimes(2);
  });

  it("came with the document, if that is of the same version", async () => {
    const me = { id: "p", subject: "ada", name: "Ada", email: "ada@acme.test", admin: false, workspace: "Acme" };
    const ticket = { url: "http://127.0.0.1:1/p/told", nonce: "told" };
    askEarly({ pathname: `/a/${id}`, search: "" }, { id, version: null, me, ticket });
    expect(await ticketFor(id, undefined)).toEqual(ticket);
    expect(fetches).not.toHaveBeenCalled();
    askEarly({ pathname: `/a/${id}`, search: "?version=2" }, { id, version: null, me, ticket });
    await ticketFor(id, 2);
    expect(fetches).toHaveBeenCalledTimes(1);
  });

  it("is of the version that the address names, and for no other", async () => {
    askEarly({ pathname: `/a/${id}`, search: "?version=3" });
    expect(fetches.mock.calls[0]?.[1].body).toBe('{"version":3}');
    await ticketFor(id, undefined);
    expect(fetches).toHaveBeenCalledTimes(2);
  });

  it("is not used when it has become old", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    askEarly({ pathname: `/a/${id}`, search: "" });
    vi.advanceTimersByTime(21_000);
    await ticketFor(id, undefined);
    expect(fetches).toHaveBeenCalledTimes(2);
  });

  it("that was refused is asked for anew, and its refusal told", async () => {
    fetches.mockImplementation(async () => Promise.resolve(answer(401)));
    askEarly({ pathname: `/a/${id}`, search: "" });
    await expect(ticketFor(id, undefined)).rejects.toThrow();
    expect(fetches).toHaveBeenCalledTimes(2);
  });

  it("is not asked for at other addresses", () => {
    askEarly({ pathname: "/connectors", search: "" });
    askEarly({ pathname: "/a/something", search: "" });
    expect(fetches).not.toHaveBeenCalled();
  });

  it("takes a version for what it is", () => {
    expect(versionIn(new URLSearchParams("version=2"))).toBe(2);
    for (const odd of ["version=0", "version=-1", "version=1.5", "version=x", ""]) {
      expect(versionIn(new URLSearchParams(odd))).toBeUndefined();
    }
  });
});
