import { isObject } from "../../protocol.ts";
import type { AskedTool, Cost, Line, StepKind } from "./types.ts";

/** A page that is whole, and which showing of it this is. */
export interface Shown {
  readonly round: number;
  readonly html: string;
  readonly title: string;
}

export type Ending =
  | { readonly kind: "done"; readonly title: string; readonly summary: string; readonly notes: readonly string[] }
  | { readonly kind: "failed"; readonly problem: string }
  | { readonly kind: "over"; readonly state: string };

/** Everything that is known of a page that is being made. */
export interface Story {
  /** Of the last event; whoever comes back goes on from there. */
  readonly position: number;
  readonly lines: readonly Line[];
  /** What there is of the page that is being written; empty while none is. */
  readonly growing: string;
  readonly shown: Shown | null;
  readonly tools: readonly AskedTool[];
  readonly cost: Cost | null;
  readonly question: { readonly number: number; readonly text: string } | null;
  readonly ending: Ending | null;
}

export const noStory: Story = { position: 0, lines: [], growing: "", shown: null, tools: [], cost: null, question: null, ending: null };

const text = (value: unknown) => (typeof value === "string" ? value : "");
const number = (value: unknown) => (typeof value === "number" ? value : 0);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Words that follow each other are one line. */
function said(lines: readonly Line[], words: string): readonly Line[] {
  const last = lines.at(-1);
  return last?.by === "claude" ? [...lines.slice(0, -1), { by: "claude", text: last.text + words }] : [...lines, { by: "claude", text: words }];
}

function toolOf(value: unknown): AskedTool[] {
  if (!isObject(value) || typeof value.name !== "string") return [];
  return [
    {
      name: value.name,
      tool: text(value.tool),
      readOnly: value.readOnly === true,
      granted: value.granted === true,
      ...(typeof value.connectorId === "string" ? { connectorId: value.connectorId, connectorName: text(value.connectorName) } : {}),
      ...(typeof value.problem === "string" ? { problem: value.problem } : {}),
    },
  ];
}

function costOf(data: Record<string, unknown>): Cost {
  const cost = { tokens: number(data.tokens), tokensLeft: number(data.tokensLeft) };
  return typeof data.dollars === "number" ? { ...cost, dollars: data.dollars } : cost;
}

function page(story: Story, data: Record<string, unknown>): Story {
  const html = text(data.html);
  if (data.whole === true) return { ...story, growing: "", shown: { round: number(data.round), html, title: text(data.title) } };
  return { ...story, growing: number(data.from) === 0 ? html : story.growing + html };
}

/** The story with one more event. */
export function told(story: Story, name: string, data: Record<string, unknown>, position: number): Story {
  if (position > 0 && position <= story.position) return story;
  const next = { ...story, position: Math.max(position, story.position) };
  switch (name) {
    case "wish":
    case "answer":
      return { ...next, question: null, lines: [...next.lines, { by: "person", text: text(data.text) }] };
    case "step":
      return { ...next, lines: [...next.lines, { by: "step", kind: text(data.kind) as StepKind, text: text(data.text) }] };
    case "text":
      return { ...next, lines: said(next.lines, text(data.text)) };
    case "page":
      return page(next, data);
    case "tools":
      return { ...next, tools: list(data.tools).flatMap(toolOf) };
    case "cost":
      return { ...next, cost: costOf(data) };
    case "question":
      return { ...next, question: { number: number(data.number), text: text(data.text) } };
    case "done":
      return { ...next, growing: "", ending: { kind: "done", title: text(data.title), summary: text(data.summary), notes: list(data.notes).map(text) } };
    case "failed":
      return { ...next, growing: "", ending: { kind: "failed", problem: text(data.problem) } };
    case "over":
      return { ...next, growing: "", ending: next.ending ?? { kind: "over", state: text(data.state) } };
    default:
      return next;
  }
}

/** The person has answered Claude's question; what they said comes back as an event. */
export const answered = (story: Story): Story => ({ ...story, question: null });
