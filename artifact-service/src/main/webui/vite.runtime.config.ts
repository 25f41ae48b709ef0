import { readFileSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { defineConfig } from "vite";
import type { Shelf } from "./runtime/libraries.ts";

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

/** The files of a library that the runtime knows; `folder/*` stands for a folder's scripts. */
function files(library: string, patterns: string[]): string[] {
  return patterns.flatMap((pattern) => {
    if (!pattern.endsWith("/*")) return [pattern];
    const folder = new URL(`node_modules/${library}/${dirname(pattern)}/`, import.meta.url);
    return readdirSync(folder).filter((name) => name.endsWith(".js")).map((name) => `${dirname(pattern)}/${name}`);
  });
}

/** What `scripts/shelf.mjs` puts on the shelf, for addresses that a page makes up while it runs. */
function shelf(): Shelf {
  const libraries = read("libraries.json") as Record<string, string[]>;
  return Object.entries(libraries).map(([name, patterns]) => {
    const { version } = read(`node_modules/${name}/package.json`) as { version: string };
    return { name, version, files: files(name, patterns) };
  });
}

/** The page runtime: one classic script without dependencies, put into every page by the server. */
export default defineConfig({
  publicDir: false,
  define: { SHELF: JSON.stringify(shelf()) },
  build: {
    target: "es2022",
    outDir: "dist/runtime",
    emptyOutDir: true,
    lib: {
      entry: "runtime/bridge.ts",
      formats: ["iife"],
      name: "liveBridge",
      fileName: () => "bridge.js",
    },
  },
});
