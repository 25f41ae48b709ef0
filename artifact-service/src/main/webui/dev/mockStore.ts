import { readFileSync } from "node:fs";
import { connectors } from "./mockConnectors.ts";
import { toolSets } from "./mockTools.ts";
import { Refused } from "./mockRoutes.ts";

export const ada = { id: "ada", name: "Ada Lovelace", email: "ada@acme.test" };
export const now = () => new Date().toISOString();
export const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** An artifact with its versions, the tools it asked for and what it keeps. */
export interface MockArtifact {
  id: string;
  title: string;
  description: string;
  html: string;
  owner: { id: string; name: string };
  role: "owner" | "editor" | "viewer";
  version: number;
  tools: { name: string; connectorId?: string; connectorName?: string; tool: string; readOnly: boolean; state: string }[];
  updatedAt: string;
  storage: Record<string, string>;
  confirmations: { name: string; tool: string; since: string }[];
  revision: number;
  versions: { number: number; summary: string; createdAt: string; createdBy: object; html: string }[];
}

/** A page of `dev/pages`. */
export function page(name: string): string {
  return readFileSync(new URL(`pages/${name}.html`, import.meta.url), "utf8");
}

/** The tools that a page says it calls. */
export function toolsOf(html: string): MockArtifact["tools"] {
  const meta = /<script type="application\/json" id="cowork-artifact-meta">([\s\S]*?)<\/script>/.exec(html)?.[1];
  const names = meta === undefined ? [] : ((JSON.parse(meta) as { mcpTools?: string[] }).mcpTools ?? []);
  return names.map((name) => {
    const [, server = "", tool = ""] = name.split("__");
    const connector = connectors.find((candidate) => candidate.slug === server);
    const readOnly = toolSets[server]?.find((candidate) => candidate.name === tool)?.readOnly ?? false;
    return connector === undefined
      ? { name, tool, readOnly, state: "unmapped" }
      : { name, connectorId: connector.id, connectorName: connector.name, tool, readOnly, state: "requested" };
  });
}

export const artifacts = new Map<string, MockArtifact>();

export function create(id: string, title: string, description: string, html: string, more: Partial<MockArtifact> = {}): MockArtifact {
  const made: MockArtifact = {
    id, title, description, html, owner: { id: ada.id, name: ada.name }, role: "owner", version: 1, tools: toolsOf(html), updatedAt: now(),
    storage: {}, confirmations: [], revision: 0, versions: [{ number: 1, summary: "First version", createdAt: ago(9000), createdBy: ada, html }], ...more,
  };
  artifacts.set(id, made);
  return made;
}

const granted = (artifact: MockArtifact) => artifact.tools.forEach((tool) => { if (tool.connectorId !== undefined) tool.state = "granted"; });
granted(create("pipeline", "Open pipeline", "Open deals by close date, with the total on top.", page("pipeline"), { updatedAt: ago(50) }));
granted(create("cfo", "CFO dashboard", "Revenue, cash and open invoices.", page("cfo"), { updatedAt: ago(60 * 20), owner: { id: "cleo", name: "Cleo Marsh" }, role: "viewer" }));
granted(create("watching", "Week ahead", "Meetings and what to prepare.", page("watching").replace("<meta", `<script type="application/json" id="cowork-artifact-meta">{"mcpTools":["mcp__acme-crm__list_deals"]}</script><meta`), { updatedAt: ago(60 * 80) }));
create("hostile", "Budget calculator", "What-if numbers, no source needed.", page("hostile"), { updatedAt: ago(60 * 300) });
create("away", "Away", "", page("away"));
create("nested", "Nested", "", page("nested"));
create("fresh", "Projects at risk", "A new page that waits for approval.", page("cfo").replace("mcp__calendar__week\"]", "mcp__7f3e__list_projects\"]"), { updatedAt: ago(5) });

/** The artifact of this id, or a problem as the server puts it. */
export function found(id: string | undefined): MockArtifact {
  const artifact = artifacts.get(id ?? "");
  if (artifact === undefined) throw new Refused(404, "There is no such artifact, or it is not shared with you.");
  return artifact;
}
