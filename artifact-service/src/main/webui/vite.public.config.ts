import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** What is behind public links: a build of its own, so that nothing of the app comes along. */
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: false,
    rolldownOptions: { input: "public.html" },
  },
});
