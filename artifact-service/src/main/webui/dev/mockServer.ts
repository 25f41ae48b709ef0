import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import { adminRoutes } from "./mockAdmin.ts";
import { alertRoutes } from "./mockAlerts.ts";
import { artifactRoutes } from "./mockArtifacts.ts";
import { forgetAnswers } from "./mockCalls.ts";
import { connectorRoutes, signInRedirect } from "./mockConnectors.ts";
import { refreshRoutes } from "./mockRefresh.ts";
import { match, Refused, type Route } from "./mockRoutes.ts";
import { appOrigin, sandbox, sandboxOrigin, sandboxPort } from "./mockSandbox.ts";
import { shareRoutes } from "./mockShare.ts";
import { ada } from "./mockStore.ts";
import { streams, switches, tell } from "./mockSwitches.ts";
import { templateRoutes } from "./mockTemplates.ts";
import { probing, toolSets } from "./mockTools.ts";

/** A stand-in for the three services: good enough to look at the app and to drive it; nothing of it ships. */

const appPolicy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src ${sandboxOrigin}/p/; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'`;

const spending = { artifactId: "a", title: "Open pipeline", personId: "p", personName: "Ada Lovelace", tokensUsed: 184_220, tokensLeft: 315_780, resetsAt: "2026-11-22T00:00:00Z" };

const routes: Route[] = [
  ["GET /api/me", () => ({ ...ada, admin: true, workspace: "Acme" })],
  ["GET /api/asks/budgets", () => [spending]],
  ...artifactRoutes,
  ...templateRoutes,
  ...connectorRoutes(toolSets, probing),
  ...shareRoutes,
  ...adminRoutes,
  ...alertRoutes,
  ...refreshRoutes(tell, forgetAnswers),
];

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body === "" || !(request.headers["content-type"] ?? "").includes("json") && !body.startsWith("{") ? {} : (JSON.parse(body) as Record<string, unknown>);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": status < 400 ? "application/json" : "application/problem+json" });
  response.end(JSON.stringify(body));
}

function stream(ids: string[], request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write("event: listening\ndata: {}\n\n");
  const entry = { ids, response };
  streams.add(entry);
  request.on("close", () => streams.delete(entry));
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { Location: to }).end();
}

/** Signing in and out: here, and at a connector's server; false if the address is about neither. */
function signsInOrOut(url: URL, response: ServerResponse): boolean {
  const elsewhere = signInRedirect(url, sandboxOrigin);
  if (elsewhere !== undefined) {
    redirect(response, elsewhere);
  } else if (url.pathname === "/signin" || url.pathname === "/signout") {
    switches.signedIn = url.pathname === "/signin";
    redirect(response, url.searchParams.get("to") ?? "/");
  } else {
    return false;
  }
  return true;
}

async function answerOf(url: URL, request: IncomingMessage): Promise<unknown> {
  if (switches.signedIn !== true && url.pathname !== "/__mock") throw new Refused(401, "Sign in to go on.");
  const asked = `${request.method ?? "GET"} ${url.pathname}`;
  for (const [pattern, handler] of routes) {
    const parts = match(pattern, asked);
    if (parts !== undefined) return handler(parts, await read(request), url.searchParams);
  }
  throw new Refused(404, "There is nothing here.");
}

function refuse(response: ServerResponse, error: unknown): void {
  const { status, detail } = error instanceof Refused ? error : new Refused(500, String(error));
  answer(response, status, { type: "urn:live-artifacts:problem:mock", title: "Refused", status, detail });
}

const api: Connect.NextHandleFunction = (request, response, next) => {
  const url = new URL(request.url ?? "/", appOrigin);
  if (signsInOrOut(url, response)) return;
  if (url.pathname === "/api/events") {
    stream(url.searchParams.getAll("artifact"), request, response);
  } else if (url.pathname.startsWith("/api/") || url.pathname === "/__mock") {
    answerOf(url, request).then(
      (body) => {
        answer(response, 200, body);
      },
      (error: unknown) => {
        refuse(response, error);
      },
    );
  } else {
    next();
  }
};

/** As the server sends it. Vite's own scripts would not get past it, so only the built app has it. */
const policy: Connect.NextHandleFunction = (_request, response, next) => {
  response.setHeader("Content-Security-Policy", appPolicy);
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  next();
};

export function mockServer(): Plugin {
  const start = () => createServer(sandbox).listen(sandboxPort, "127.0.0.1");
  return {
    name: "mock-server",
    configureServer(server) {
      const running = start();
      server.httpServer?.on("close", () => running.close());
      server.middlewares.use(api);
    },
    configurePreviewServer(server) {
      const running = start();
      server.httpServer.on("close", () => running.close());
      server.middlewares.use(policy);
      server.middlewares.use(api);
    },
  };
}
