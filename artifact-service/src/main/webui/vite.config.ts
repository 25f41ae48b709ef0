import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  // Tests draw with the parts of pages that the server keeps.
  server: { fs: { allow: [".", "../resources/pages"] } },
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
