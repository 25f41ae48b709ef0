import { afterEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../api/problem.ts";
import { inSession, session } from "./session.ts";

const over = new Problem("signed-out", "Sign in to go on.");

describe("what is asked of the server", () => {
  afterEach(() => session.set("live"));

  it("waits where the session is over, and goes on when the person is back", async () => {
    const ask = vi.fn<() => Promise<string>>().mockRejectedValueOnce(over).mockResolvedValue("data");
    const answer = inSession(ask);
    await vi.waitFor(() => expect(session.value).toBe("ended"));
    expect(ask).toHaveBeenCalledOnce();
    session.set("live");
    expect(await answer).toBe("data");
  });

  it("waits no longer than whoever asked", async () => {
    const gone = new AbortController();
    const answer = inSession(() => Promise.reject(over), gone.signal);
    await vi.waitFor(() => expect(session.value).toBe("ended"));
    gone.abort();
    await expect(answer).rejects.toThrow(/abort/i);
  });

  it("fails at once for every other reason", async () => {
    await expect(inSession(() => Promise.reject(new Problem("refused", "No.")))).rejects.toThrow("No.");
    expect(session.value).toBe("live");
  });
});
