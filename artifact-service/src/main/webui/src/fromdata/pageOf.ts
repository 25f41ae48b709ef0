import { htmlOf, type PageParts } from "./html.ts";
import type { Picked } from "./picked.ts";
import { withoutMissing, type PageSpec } from "./spec.ts";
import type { NewPage, PageTool } from "./useSavePage.ts";

export function toolOf(name: string, { connector, tool }: Picked): PageTool {
  return { name, connectorId: connector.id, tool: tool.name, words: `“${tool.title ?? tool.name}” of ${connector.name}` };
}

/** The page that a spec means, and the one tool that it reads. */
export function pageOf(spec: PageSpec, picked: Picked, parts: PageParts): NewPage {
  return { title: spec.title, description: spec.description, html: htmlOf(withoutMissing(spec), parts), tools: [toolOf(spec.sources.rows.tool, picked)] };
}
