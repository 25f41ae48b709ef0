import type { ArtifactTool } from "../api/types.ts";
import type { ListedTool } from "../../protocol.ts";
import type { ToolSource } from "./callDesk.ts";

function fold(name: string | null | undefined): string {
  return (name ?? "").trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}

/** Splits `mcp__server__tool` and `server__tool`; the tool may contain `__` itself only after the first. */
export function splitName(name: string): { server: string; tool: string } {
  const bare = name.startsWith("mcp__") ? name.slice(5) : name;
  const cut = bare.indexOf("__");
  return cut < 0 ? { server: "", tool: bare } : { server: bare.slice(0, cut), tool: bare.slice(cut + 2) };
}

/** The connector that a tool's name means, as far as the artifact's own map knows it. */
export function sourceOf(tools: readonly ArtifactTool[], name: string): ToolSource {
  const known = tools.find((tool) => tool.name === name);
  return {
    connectorId: known?.connectorId ?? null,
    connector: known?.connectorName ?? "",
    tool: known?.tool ?? splitName(name).tool,
  };
}

/** The name under which the artifact asks for a server's tool; the server of a page is a display name, mostly. */
export function nameOf(tools: readonly ArtifactTool[], server: string, tool: string): string {
  const wanted = fold(server);
  const same = tools.filter((known) => known.tool === tool);
  const found =
    same.find((known) => fold(known.connectorName) === wanted) ??
    same.find((known) => fold(splitName(known.name).server) === wanted);
  return found?.name ?? `mcp__${server}__${tool}`;
}

export function listTools(tools: readonly ArtifactTool[]): ListedTool[] {
  return tools
    .filter((tool) => tool.state === "granted")
    .map((tool) => ({
      server: tool.connectorName ?? splitName(tool.name).server,
      name: tool.tool,
      tool: tool.tool,
      readOnly: tool.readOnly,
    }));
}

/** A tool's name in words: `list_open_deals` → `List open deals`. */
export function inWords(tool: string): string {
  const words = tool
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_\-.]+/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
