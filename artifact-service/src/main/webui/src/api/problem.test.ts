import { describe, expect, it } from "vitest";
import { readProblem } from "./problem.ts";

describe("a refusal in words", () => {
  it("is what the server says", () => {
    const problem = readProblem(413, { type: "urn:live-artifacts:problem:too-large", title: "Too large", detail: "A page has 16 MiB at most." });
    expect(problem.message).toBe("A page has 16 MiB at most.");
    expect(problem.slug).toBe("too-large");
  });

  it("says what is known where the server says nothing", () => {
    expect(readProblem(413, undefined).message).toContain("larger than the server takes");
    expect(readProblem(500, "<html>").message).toBe("That did not work. Try again in a moment.");
    expect(readProblem(503, undefined).kind).toBe("away");
  });

  it("leads nowhere outside the app", () => {
    expect(readProblem(409, { action: { label: "Go", href: "https://elsewhere.test" } }).action).toBeUndefined();
    expect(readProblem(409, { action: { label: "Sign in", href: "/signin" } }).action?.href).toBe("/signin");
  });
});
