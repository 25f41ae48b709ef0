import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

const imports = /^import \{[^}]*\} from "(\.[^"]+)";\n/gm;

/** Modules that import each other as one script, as the server joins them. */
export function joined(root: string, path: string): string {
  const modules = new Map<string, string>();
  const add = (one: string): void => {
    if (modules.has(one)) return;
    const text = readFileSync(join(root, one), "utf8");
    for (const [, to] of text.matchAll(imports)) add(posix.join(posix.dirname(one), to ?? ""));
    modules.set(one, text.replace(imports, "").replace(/^export /gm, "").trim());
  };
  add(path);
  return `(() => {\n"use strict";\n\n${[...modules.values()].join("\n\n")}\n})();\n`;
}
