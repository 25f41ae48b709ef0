import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  // Tests read the parts of pages and the templates that the server keeps.
  server: { fs: { allow: [".", "../resources"] } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  test: {
    environment: "happy-dom",
    include: ["{src,runtime}/**/*.test.{ts,tsx}"],
    restoreMocks: true,
  },
});
