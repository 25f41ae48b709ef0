import { isObject } from "../../protocol.ts";
import { splitName } from "../host/names.ts";

/** What a page says about itself, read without running it. */
export interface PageFacts {
  readonly title: string;
  readonly description: string;
  readonly tools: readonly AskedTool[];
  readonly bytes: number;
}

export interface AskedTool {
  readonly name: string;
  readonly server: string;
  readonly tool: string;
}

export const mostBytes = 16 * 1024 * 1024;

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function metaOf(page: Document): Record<string, unknown> {
  try {
    const meta: unknown = JSON.parse(page.getElementById("cowork-artifact-meta")?.textContent ?? "{}");
    return isObject(meta) ? meta : {};
  } catch {
    return {};
  }
}

const called = /callMcpTool\(\s*["'`]([^"'`\s]{1,200})["'`]/g;

/** The tools of the meta block; without one, those that the page's scripts name. */
function toolNames(meta: Record<string, unknown>, html: string): string[] {
  const declared = Array.isArray(meta.mcpTools) ? meta.mcpTools.filter((name) => typeof name === "string") : [];
  const found = declared.length > 0 ? declared : [...html.matchAll(called)].map((match) => match[1] ?? "");
  return [...new Set(found)].filter((name) => name !== "").slice(0, 200);
}

export function readPage(html: string): PageFacts {
  const page = new DOMParser().parseFromString(html, "text/html");
  const meta = metaOf(page);
  return {
    title: text(page.title) || text(meta.name),
    description: text(meta.description),
    tools: toolNames(meta, html).map((name) => ({ name, ...splitName(name) })),
    bytes: new Blob([html]).size,
  };
}

/** Why this text cannot be a page, or undefined. */
export function complaintAbout(html: string, bytes: number): string | undefined {
  if (html.trim() === "") return "There is nothing in it yet.";
  if (bytes > mostBytes) return "This page is larger than 16 MiB, which is the limit.";
  return undefined;
}
