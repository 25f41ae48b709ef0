import { isObject } from "../../protocol.ts";
import { splitName } from "../host/names.ts";
import type { PageSpec } from "./spec.ts";
import { labelOf } from "./words.ts";

/** What all pages drawn here have in common. */
export interface PageParts {
  readonly stylesheet: string;
  readonly script: string;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** JSON that cannot end the script that it stands in. */
function block(id: string, value: unknown): string {
  const json = JSON.stringify(value, null, 2).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return `<script type="application/json" id="${id}">\n${json}\n</script>`;
}

function meta({ title, description, sources: { rows } }: PageSpec): string {
  const { server } = splitName(rows.tool);
  return block("cowork-artifact-meta", { name: title, schemaVersion: 1, description, mcpTools: [rows.tool], mcpServerNames: { [server]: rows.connector } });
}

function cards({ cards }: PageSpec): string[] {
  if (cards.length === 0) return [];
  return [`  <dl class="cards" id="cards" aria-label="Figures">`, ...cards.map(({ label }) => `    <div class="card"><dt>${escaped(label)}</dt><dd>–</dd></div>`), "  </dl>"];
}

function charts({ charts }: PageSpec): string[] {
  if (charts.length === 0) return [];
  const panels = charts.map(({ title }, i) => `    <section class="panel" id="chart-${i + 1}" aria-labelledby="chart-${i + 1}-title"><h2 id="chart-${i + 1}-title">${escaped(title)}</h2><div class="chart"></div></section>`);
  return [`  <div class="charts">`, ...panels, "  </div>"];
}

const marker = (sum: string) => `<meta name="generator" content="Live Artifacts form ${sum}">`;
const generator = /<meta name="generator" content="Live Artifacts form ([0-9a-f]*)">/;

/** FNV-1a: tells an accidental or a deliberate change, and guards nothing. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
}

/** The page that a spec means: readable, with the spec inside, so that the form can open it again. */
export function htmlOf(spec: PageSpec, parts: PageParts): string {
  const html = unmarked(spec, parts);
  return html.replace(generator, () => marker(checksum(html)));
}

function titleOfRows(path: string | null): string {
  if (path === null) return "Details";
  return /^(rows|items|data|results|value|values|table|list|records|)$/i.test(path) ? "Rows" : labelOf(path.split(".").at(-1) ?? path);
}

function unmarked(spec: PageSpec, parts: PageParts): string {
  const { title, description, sources } = spec;
  const rowsTitle = titleOfRows(sources.rows.rows);
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}">`,
    marker(""),
    meta(spec),
    block("page-spec", spec),
    `<style>\n${parts.stylesheet.trimEnd()}\n</style>`,
    "</head>",
    "<body>",
    '<main class="loading">',
    `  <header><h1>${escaped(title)}</h1><p class="as-of" id="as-of" role="status">Asking ${escaped(sources.rows.connector)} …</p></header>`,
    ...cards(spec),
    ...charts(spec),
    `  <section class="panel rows-panel" aria-labelledby="rows-title"><h2 id="rows-title">${rowsTitle}</h2>`,
    '    <div id="notice"></div>',
    '    <div class="filters" id="filters"></div>',
    '    <p class="shown" id="shown" role="status"></p>',
    `    <div class="scroll" id="rows" tabindex="0" role="region" aria-labelledby="rows-title"></div>`,
    '    <div class="more" id="more"></div>',
    "  </section>",
    "</main>",
    `<script>\n${parts.script.trimEnd()}\n</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
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

/** True if somebody changed more in the page than its spec: drawing it anew would undo that. */
export function isChanged(html: string): boolean {
  const spec = specIn(html);
  const sum = generator.exec(html)?.[1];
  if (spec === undefined || sum === undefined) return true;
  const parts = { stylesheet: /<style>\n([\s\S]*?)\n<\/style>/.exec(html)?.[1] ?? "", script: /<script>\n([\s\S]*?)\n<\/script>/.exec(html)?.[1] ?? "" };
  const plain = html.replace(generator, marker(""));
  // A template as it comes has no sum yet.
  return plain !== unmarked(spec, parts) || (sum !== "" && sum !== checksum(plain));
}
