import { describe, expect, it, vi } from "vitest";
import { FakeClock } from "../testing/fakeClock.ts";
import { answered, noStory, told, type Story } from "./story.ts";
import { StoryLine } from "./StoryLine.ts";

function after(...events: [string, Record<string, unknown>][]): Story {
  return events.reduce((story, [name, data], index) => told(story, name, data, index + 1), noStory);
}

describe("the story of a page in the making", () => {
  it("keeps what was done and said in order, words that belong together as one", () => {
    const { lines } = after(["text", { text: "I look " }], ["text", { text: "around." }], ["step", { kind: "look", text: "Looking" }], ["text", { text: "Good." }]);
    expect(lines).toEqual([
      { by: "claude", text: "I look around." },
      { by: "step", kind: "look", text: "Looking" },
      { by: "claude", text: "Good." },
    ]);
  });

  it("grows the page, and begins anew when Claude does", () => {
    const growing = after(["page", { round: 1, from: 0, html: "<p>a" }], ["page", { round: 1, from: 4, html: "</p>" }]);
    expect(growing.growing).toBe("<p>a</p>");
    expect(told(growing, "page", { round: 2, from: 0, html: "<h1>" }, 3).growing).toBe("<h1>");
    const whole = told(growing, "page", { round: 2, html: "<p>b</p>", title: "B", whole: true }, 3);
    expect(whole).toMatchObject({ growing: "", shown: { round: 2, html: "<p>b</p>", title: "B" } });
  });

  it("tells nothing twice", () => {
    const once = after(["text", { text: "a" }]);
    expect(told(once, "text", { text: "a" }, 1)).toBe(once);
  });

  it("asks, and goes on with the answer", () => {
    const asked = after(["question", { number: 1, text: "Which?" }]);
    expect(asked.question).toEqual({ number: 1, text: "Which?" });
    expect(answered(asked).question).toBeNull();
  });

  it("has what the person said where they said it, for whoever comes back", () => {
    const told = after(["wish", { text: "Open deals" }], ["question", { number: 1, text: "Which?" }], ["answer", { number: 1, text: "That one" }]);
    expect(told).toMatchObject({ question: null, lines: [{ by: "person", text: "Open deals" }, { by: "person", text: "That one" }] });
  });

  it("ends once: with a page, with a reason, or because it is over", () => {
    expect(after(["done", { title: "T", summary: "S", notes: ["n"] }]).ending).toEqual({ kind: "done", title: "T", summary: "S", notes: ["n"] });
    expect(after(["failed", { problem: "No key" }], ["over", { state: "failed" }]).ending).toEqual({ kind: "failed", problem: "No key" });
    expect(after(["over", { state: "cancelled" }]).ending).toEqual({ kind: "over", state: "cancelled" });
  });

  it("believes nothing that is not of the right form", () => {
    const { tools, cost } = after(["tools", { tools: [null, { name: 1 }, { name: "a__b", tool: "b", readOnly: "yes" }] }], ["cost", { tokens: "many" }]);
    expect(tools).toEqual([{ name: "a__b", tool: "b", readOnly: false, granted: false }]);
    expect(cost).toEqual({ tokens: 0, tokensLeft: 0 });
  });
});

class FakeSource extends EventTarget {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly close = vi.fn();

  tell(name: string, id: number, data: object): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data), lastEventId: String(id) }));
  }
}

describe("the line to it", () => {
  it("goes on where it broke, and closes at the end", async () => {
    const clock = new FakeClock();
    const sources: FakeSource[] = [];
    const urls: string[] = [];
    const line = new StoryLine("d1", clock, (url) => {
      urls.push(url);
      sources.push(new FakeSource());
      return sources.at(-1) as unknown as EventSource;
    });
    line.start();
    sources[0]?.tell("step", 7, { kind: "look", text: "Looking" });
    sources[0]?.onerror?.();
    await clock.pass(600);
    expect(urls).toEqual(["/api/descriptions/d1/events?after=0", "/api/descriptions/d1/events?after=7"]);
    sources[1]?.tell("failed", 8, { problem: "Gone" });
    expect(sources[1]?.close).toHaveBeenCalled();
    line.start();
    expect(urls).toHaveLength(2);
  });
});
