import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { port } from "./mockSandbox.ts";
import { mockServer } from "./mockServer.ts";

/** The app against a server that lives in memory: `npm run dev`, or `npx vite preview --config dev/vite.config.ts`. */
export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  plugins: [react(), mockServer()],
  server: { port, strictPort: true },
  preview: { port, strictPort: true },
});
