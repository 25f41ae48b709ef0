import { defineConfig } from "vite";

/** The page runtime: one classic script without dependencies, put into every page by the server. */
export default defineConfig({
  publicDir: false,
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
