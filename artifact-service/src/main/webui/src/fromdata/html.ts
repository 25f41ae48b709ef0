import { isObject } from "../../protocol.ts";
import { splitName } from "../host/names.ts";
import type { PageSpec } from "./spec.ts";

/** What all pages drawn here have in common. */
export interface PageParts {
  /** The page with places for what is particular to it. */
  readonly skeleton: string;
  readonly stylesheet: string;
  readonly script: string;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** JSON that cannot end the script that it stands in. */
export function inScript(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function meta({ title, description, sources: { rows } }: PageSpec): unknown {
  const { server } = splitName(rows.tool);
  return { name: title, schemaVersion: 1, description, mcpTools: [rows.tool], mcpServerNames: { [server]: rows.connector } };
}

const marker = (sum: string) => `<meta name="generator" content="Live Artifacts form ${sum}">`;
const generator = /<meta name="generator" content="Live Artifacts form ([0-9a-f]*)">/;

/** FNV-1a: tells an accidental or a deliberate change, and guards nothing. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
}

/** The page that a spec means: readable, with the spec inside, so that the form can open it again. */
export function htmlOf(spec: PageSpec, parts: PageParts): string {
  const places: Record<string, string> = {
    title: escaped(spec.title),
    description: escaped(spec.description),
    sum: "",
    meta: inScript(meta(spec)),
    spec: inScript(spec),
    stylesheet: parts.stylesheet.trimEnd(),
    script: parts.script.trimEnd(),
  };
  const html = parts.skeleton.replace(/\{\{(\w+)\}\}/g, (place, name: string) => places[name] ?? place);
  return html.replace(generator, () => marker(checksum(html)));
}

/** The spec in a page; undefined if it has none that can be read. */
export function specIn(html: string): PageSpec | undefined {
  const json = /<script type="application\/json" id="page-spec">([\s\S]*?)<\/script>/.exec(html)?.[1];
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isSpec(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSpec(value: unknown): value is PageSpec {
  if (!isObject(value) || value.version !== 1 || !isObject(value.sources) || !isObject(value.sources.rows)) return false;
  const { tool, fields } = value.sources.rows;
  return typeof value.title === "string" && typeof tool === "string" && [fields, value.cards, value.charts, value.filters].every(Array.isArray);
}

/** True if somebody changed the page otherwise than by form: drawing it anew would undo that. */
export function isChanged(html: string): boolean {
  const sum = generator.exec(html)?.[1];
  return specIn(html) === undefined || sum !== checksum(html.replace(generator, marker("")));
}
