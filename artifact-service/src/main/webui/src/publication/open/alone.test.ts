import { expect, test } from "vitest";

const sources = import.meta.glob<string>("/{src,protocol.ts}{/**/*.{ts,tsx},}", { query: "?raw", import: "default", eager: true });
const imported = /^(?:import|export) (?!type )[^;]*?from "(\.[^"]+)"|^import "(\.[^"]+)"|import\("(\.[^"]+)"\)/gm;

/** Every module that runs behind a public link. */
function reached(from: string, seen = new Set<string>()): Set<string> {
  const source = sources[from];
  if (seen.has(from) || source === undefined) return seen;
  seen.add(from);
  for (const [, one, two, three] of source.matchAll(imported)) {
    reached(new URL(one ?? two ?? three ?? "", `file://${from}`).pathname, seen);
  }
  return seen;
}

test("row_18_nothing_behind_a_public_link_knows_the_way_to_the_api_or_a_connector", () => {
  const modules = [...reached("/src/publication/open/main.tsx")];
  expect(modules).toContain("/src/host/artifactHost.ts");
  expect(modules).toContain("/protocol.ts");
  expect(modules).not.toContain("/src/api/http.ts");
  expect(modules).not.toContain("/src/api/server.ts");
  for (const module of modules) expect(sources[module], module).not.toMatch(/["'`]\/api\//);
});
