import type { ConnectorCheck, SignIn } from "../types.ts";

/** A name to suggest for a server at `endpoint`. */
export function suggestedName(endpoint: string, serverName: string | null | undefined): string {
  if (serverName != null && serverName !== "") return serverName;
  try {
    return new URL(endpoint).hostname.replace(/^(www|mcp|api)\./, "");
  } catch {
    return "";
  }
}

/** A name to suggest for a file: `Budget 2026.xlsx` is `Budget 2026`. */
export function nameOfFile(fileName: string): string {
  return fileName.replace(/\.(csv|tsv|xlsx)$/i, "").replaceAll("_", " ").trim();
}

export function hostOf(endpoint: string): string {
  try {
    return new URL(endpoint).host;
  } catch {
    return endpoint;
  }
}

const ways: Record<SignIn, string> = {
  none: "It asks for no sign-in.",
  bearer: "It asks for an access token or a key.",
  header: "It asks for an access token or a key.",
  oauth: "You sign in at the service itself.",
};

/** How the server wants to be signed in to, in a sentence. */
export function wayIn(check: ConnectorCheck): string | undefined {
  if (check.signIn == null) return undefined;
  if (check.signIn === "oauth" && check.authorization?.registration === "needed") {
    return "You sign in at the service itself, once an administrator has made Live Artifacts known there.";
  }
  return ways[check.signIn];
}

/** Why what was found cannot be used; undefined if it can, be it after a sign-in. */
export function failureOf({ ok, signIn, error }: ConnectorCheck): string | undefined {
  return ok || (signIn != null && signIn !== "none") ? undefined : (error ?? "No MCP server answers here.");
}

const eras = { stateless: "the stateless protocol", session: "the session protocol" } as const;

/** `MCP 2026-07-28 (the stateless protocol)`. */
export function protocolOf({ protocolVersion, era }: ConnectorCheck): string | undefined {
  if (protocolVersion == null || protocolVersion === "") return undefined;
  return era == null ? `MCP ${protocolVersion}` : `MCP ${protocolVersion}, ${eras[era]}`;
}

/** The names of the parameters that a query uses: `:from`, `:region`; not `::date`, and not inside quotes or comments. */
export function parametersOf(sql: string): string[] {
  const bare = sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
  return [...new Set([...bare.matchAll(/(?<![:\w]):([a-z_]\w*)/gi)].map(([, name = ""]) => name))];
}

/** A tool's name for what a query is called: `Open orders by region` is `open_orders_by_region`. */
export function toolNameOf(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
}

/** Why a file is no spreadsheet that can be read; undefined if it may be one. */
export function complaintAboutFile(fileName: string): string | undefined {
  if (/\.(csv|tsv|xlsx)$/i.test(fileName)) return undefined;
  if (/\.(xls|ods|numbers)$/i.test(fileName)) return "This kind of spreadsheet cannot be read. Save it as .xlsx or .csv, and choose that file.";
  return "This is no spreadsheet. Choose a .csv or .xlsx file.";
}
