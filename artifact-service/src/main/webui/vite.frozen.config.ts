import { defineConfig } from "vite";

/** What stands in for a host in a page that was saved as one file with its data: one classic script. */
export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "dist/runtime",
    emptyOutDir: false,
    lib: {
      entry: "runtime/frozen.ts",
      formats: ["iife"],
      name: "liveFrozen",
      fileName: () => "frozen.js",
    },
  },
});
