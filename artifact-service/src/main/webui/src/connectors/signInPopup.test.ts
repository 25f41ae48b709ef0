import { afterEach, describe, expect, it, vi } from "vitest";
import { settle } from "../testing/fakeClock.ts";
import { newsIn, onSignIn, openSignIn, readNews, takeWayBack, tellSignIn, type SignInNews } from "./signInPopup.ts";

afterEach(() => sessionStorage.clear());

describe("a sign-in to a connector", () => {
  it("opens in a window of its own, and leaves this tab where it is", () => {
    const open = vi.spyOn(window, "open").mockReturnValue(window);
    const assign = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);

    expect(openSignIn("c 1")).toBe("window");
    expect(open.mock.calls[0]?.[0]).toBe("/api/connectors/c%201/signin");
    expect(assign).not.toHaveBeenCalled();
    expect(takeWayBack()).toBeUndefined();
  });

  it("takes this tab where windows are blocked, and knows the way back once", () => {
    vi.spyOn(window, "open").mockReturnValue(null);
    const assign = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);

    expect(openSignIn("c1")).toBe("this-tab");
    expect(assign).toHaveBeenCalledWith("/api/connectors/c1/signin");
    expect(takeWayBack()).toBe(window.location.pathname);
    expect(takeWayBack()).toBeUndefined();
  });

  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])("does not come back to %s", (back) => {
    sessionStorage.setItem("live-signin-back", back);
    expect(takeWayBack()).toBeUndefined();
  });

  it("is told to every other tab", async () => {
    const heard: SignInNews[] = [];
    const stop = onSignIn((news) => heard.push(news));
    tellSignIn({ connectorId: "c1", outcome: "connected", message: "" });
    await vi.waitFor(() => expect(heard).toEqual([{ connectorId: "c1", outcome: "connected", message: "" }]));

    stop();
    tellSignIn({ connectorId: "c2", outcome: "connected", message: "" });
    await settle();
    expect(heard).toHaveLength(1);
  });
});

describe("what came back", () => {
  it("is read from the address", () => {
    expect(newsIn("?connector=c1&outcome=refused&message=You%20said%20no")).toEqual({ connectorId: "c1", outcome: "refused", message: "You said no" });
  });

  it.each([null, 5, {}, { connectorId: "c1" }, { connectorId: "", outcome: "connected" }, { connectorId: "c1", outcome: "maybe" }])("%j is not believed", (value) => {
    expect(readNews(value)).toBeUndefined();
  });

  it("is never longer than a sentence or two", () => {
    expect(readNews({ connectorId: "c1", outcome: "refused", message: "x".repeat(9_000) })?.message).toHaveLength(300);
  });
});
