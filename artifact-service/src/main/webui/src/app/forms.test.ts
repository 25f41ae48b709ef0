import { describe, expect, it } from "vitest";
import { readProblem, sentenceOf } from "../api/problem.ts";
import { complaintAbout, readPage } from "../create/readPage.ts";

describe("a problem", () => {
  it("is told in the server's words", () => {
    const problem = readProblem(409, { type: "urn:live-artifacts:problem:nothing-recorded", title: "x", status: 409, detail: "Open the page once." });
    expect([problem.message, problem.slug, problem.kind]).toEqual(["Open the page once.", "nothing-recorded", "refused"]);
  });

  it.each([401, 403, 404, 410, 413, 418, 500, 502, 503, 504])("%d never shows its number", (status) => {
    for (const body of [undefined, "<html>", { detail: 5 }, []]) expect(readProblem(status, body).message).not.toMatch(/\d/);
  });

  it("says that something is too large where whoever refused it said nothing", () => {
    expect(readProblem(413, undefined).message).toContain("larger than the server takes");
  });

  it("leads nowhere outside the app", () => {
    expect(readProblem(401, { action: { label: "Sign in", href: "https://evil" } }).action).toBeUndefined();
    expect(readProblem(401, { action: { label: "Sign in", href: "/signin" } }).action).toEqual({ label: "Sign in", href: "/signin" });
  });

  it("of any other kind is a plain sentence", () => {
    expect(sentenceOf(new TypeError("x is not a function"))).toBe("That did not work. Try again in a moment.");
  });
});

describe("a page that is brought", () => {
  it("tells what it asks for, without running", () => {
    const facts = readPage('<title> Sales </title><script type="application/json" id="cowork-artifact-meta">{"description":"d","mcpTools":["mcp__a__b",5,"mcp__a__b"]}</script><script>window.ran = true</script>');
    expect(facts).toMatchObject({ title: "Sales", description: "d", tools: [{ name: "mcp__a__b", server: "a", tool: "b" }] });
    expect(Reflect.get(window, "ran")).toBeUndefined();
  });

  it("is read for its calls when it declares none", () => {
    expect(readPage("<script>cowork.callMcpTool('mcp__x__y', {}); callMcpTool(\"z__w\")</script>").tools.map(({ name }) => name)).toEqual(["mcp__x__y", "z__w"]);
  });

  it("may have a broken meta block", () => {
    expect(readPage('<script id="cowork-artifact-meta">{oops</script>').tools).toEqual([]);
  });

  it("is neither empty nor too large", () => {
    expect(complaintAbout(" ", 1)).toMatch(/nothing/);
    expect(complaintAbout("x", 17 * 1024 * 1024)).toMatch(/16 MiB/);
    expect(complaintAbout("x", 1)).toBeUndefined();
  });
});
