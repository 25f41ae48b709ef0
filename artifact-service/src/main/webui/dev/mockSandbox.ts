import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { consentPage } from "./mockConnectors.ts";
import type { MockArtifact } from "./mockStore.ts";

/** The other origin: pages in their sandbox, their libraries, and the sign-in server's consent. */

const root = new URL("..", import.meta.url).pathname;
export const port = Number(process.env.MOCK_PORT ?? 5173);
export const sandboxPort = port + 1;
export const appOrigin = `http://localhost:${port}`;
export const sandboxOrigin = `http://127.0.0.1:${sandboxPort}`;

const pagePolicy = `sandbox allow-scripts allow-forms allow-modals; default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' ${sandboxOrigin}/lib/; style-src 'unsafe-inline' ${sandboxOrigin}/lib/; img-src data: blob:; font-src data: blob:; media-src data: blob:; connect-src 'none'; worker-src blob:; form-action 'none'; base-uri 'none'; frame-ancestors ${appOrigin}`;

const tickets = new Map<string, { artifact: MockArtifact; nonce: string }>();

/** Where a page is to be had, once. */
export function ticketOf(artifact: MockArtifact): { url: string; nonce: string } {
  const [ticket, nonce] = [randomUUID(), randomUUID()];
  tickets.set(ticket, { artifact, nonce });
  return { url: `${sandboxOrigin}/p/${ticket}`, nonce };
}

function pageHtml(artifact: MockArtifact, nonce: string): string {
  const bridge = readFileSync(join(root, "dist/runtime/bridge.js"), "utf8");
  const config = JSON.stringify({ appOrigin, nonce, artifactId: artifact.id, title: artifact.title, storage: artifact.storage }).replaceAll("<", "\\u003c");
  const own = artifact.html.replaceAll("https://cdn.jsdelivr.net/npm/", `${sandboxOrigin}/lib/`);
  return `<!doctype html><script>window.__live=${config};</script><script>${bridge}</script>${own.replace(/^<!doctype html>/i, "")}`;
}

export function sandbox(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", sandboxOrigin);
  const path = url.pathname;
  if (path === "/authorize") { response.writeHead(200, { "Content-Type": "text/html" }).end(consentPage(url, appOrigin)); return; }
  const ticket = tickets.get(path.slice("/p/".length));
  if (ticket !== undefined) {
    tickets.delete(path.slice("/p/".length));
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": pagePolicy, "Referrer-Policy": "no-referrer", ...(process.env.MOCK_ALLOWLIST === "off" ? {} : { "Connection-Allowlist": "(response-origin)" }), "X-DNS-Prefetch-Control": "off" });
    response.end(pageHtml(ticket.artifact, ticket.nonce));
    return;
  }
  const file = join(root, "dist", path.replace("/lib/", "/shelf/"));
  if (path.startsWith("/lib/") && !path.includes("..") && existsSync(file)) {
    response.writeHead(200, { "Content-Type": path.endsWith(".css") ? "text/css" : "text/javascript", "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=31536000, immutable" });
    response.end(readFileSync(file));
    return;
  }
  response.writeHead(404).end();
}
