import type { ArtifactTool } from "../api/types.ts";
import type { Copy } from "./types.ts";

/** The tools that the page of a frozen copy knows. None of them can be reached from it. */
export function toolsOf({ tools }: Copy): ArtifactTool[] {
  return tools.map(({ connector, ...tool }) => ({ ...tool, connectorName: connector, state: "granted" }));
}
