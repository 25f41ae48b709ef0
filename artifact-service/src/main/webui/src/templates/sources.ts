import { isObject } from "../../protocol.ts";
import { valueOf } from "../data/rows.ts";
import { inScript } from "../fromdata/html.ts";
import type { Picked } from "../fromdata/picked.ts";
import { at } from "../fromdata/profile.ts";
import type { PageSource, PageSpec } from "../fromdata/spec.ts";
import { splitName } from "../host/names.ts";
import { bindingOf, bound, type Binding } from "./binding.ts";

/** A template as the server keeps it. */
export interface TemplatePage {
  readonly title: string;
  readonly description: string;
  readonly html: string;
}

/** A source of a page that was written by hand: its rows, and figures that some systems give beside them. */
export interface NamedSource extends PageSource {
  readonly figures?: readonly { readonly key: string; readonly path: string }[];
}

export type NamedSources = Readonly<Record<string, NamedSource>>;

const sourcesBlock = /(<script type="application\/json" id="page-sources">\n)([\s\S]*?)(\n<\/script>)/;
const metaBlock = /(<script type="application\/json" id="cowork-artifact-meta">\n)([\s\S]*?)(\n<\/script>)/;

/** The sources that a hand-written page names; undefined if it names none that can be read. */
export function sourcesIn(html: string): NamedSources | undefined {
  const json = sourcesBlock.exec(html)?.[2];
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) && value.version === 1 && isObject(value.sources) ? (value.sources as unknown as NamedSources) : undefined;
  } catch {
    return undefined;
  }
}

const about = (source: PageSource): PageSpec => ({ version: 1, title: "", description: "", sources: { rows: source }, cards: [], charts: [], filters: [], search: false });

/** What a source's fields are probably called in the data that was looked at. */
export const bindingOfSource = (source: NamedSource, picked: Picked): Binding => bindingOf(about(source), picked);

/** The source on that data: fields under its names, and only the figures that it gives. */
export function boundSource(source: NamedSource, picked: Picked, binding: Binding, chosen: ReadonlyMap<string, string>): NamedSource {
  const { figures, ...rest } = source;
  const { rows } = bound(about(rest), picked, binding, chosen).sources;
  const value = valueOf(picked.finding.answer.result);
  const given = (figures ?? []).filter(({ path }) => typeof at(value, path) === "number");
  return { ...rows, ...(given.length === 0 ? {} : { figures: given }) };
}

/** The template's page on these sources; the ones that are not among them it does without. */
export function withSources({ title: before, description, html }: TemplatePage, title: string, sources: NamedSources): string {
  const all = Object.values(sources);
  const tools = [...new Set(all.map(({ tool }) => tool))];
  const names = Object.fromEntries(all.map(({ tool, connector }) => [splitName(tool).server, connector]));
  const meta = inScript({ name: title, schemaVersion: 1, description, mcpTools: tools, mcpServerNames: names });
  return html
    .replace(sourcesBlock, (_, open: string, __, close: string) => open + inScript({ version: 1, sources }) + close)
    .replace(metaBlock, (_, open: string, __, close: string) => open + meta + close)
    .replaceAll(`>${before}<`, () => `>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}<`);
}
