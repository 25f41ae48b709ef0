import { server } from "../api/server.ts";
import type { Ticket } from "../api/types.ts";
import type { Opening } from "./opening.ts";

interface Early {
  readonly id: string;
  readonly version: number | undefined;
  readonly askedAt: number;
  readonly ticket: Promise<Ticket | undefined>;
}

/** A ticket lives for a minute. */
const usableMs = 20_000;
let early: Early | undefined;

export function versionIn(params: URLSearchParams): number | undefined {
  const version = Number(params.get("version") ?? "");
  return Number.isSafeInteger(version) && version > 0 ? version : undefined;
}

/** The snapshot that the address names, if the page is to be shown as it was then. */
export function asOfIn(params: URLSearchParams): string | undefined {
  const asOf = params.get("asOf") ?? "";
  return /^[0-9A-Za-z-]{1,64}$/.test(asOf) ? asOf : undefined;
}

/** True if the address asks to see the artifact as those do whom it is shared with. */
export function asViewerIn(params: URLSearchParams): boolean {
  return params.get("as") === "viewer";
}

/**
 * Has the ticket of the artifact that the address names while the app itself is still loading: it came with the document, or is
 * asked for. With it, the server has started the calls that the page will make.
 */
export function askEarly({ pathname, search }: Pick<Location, "pathname" | "search">, told?: Opening): void {
  const id = /^\/a\/([0-9a-f-]{36})$/.exec(pathname)?.[1];
  const params = new URLSearchParams(search);
  // A page that is shown as it was, or as a viewer sees it, makes no calls that could be started early.
  if (id === undefined || asOfIn(params) !== undefined || asViewerIn(params)) return;
  const version = versionIn(params);
  const fits = told?.id === id && (told.version ?? undefined) === version;
  const ticket = fits ? Promise.resolve(told.ticket) : server.ticket(id, version).catch(() => undefined);
  early = { id, version, askedAt: Date.now(), ticket };
}

/** The ticket that was asked for early, once and while it is good; else a new one. What went wrong early is asked anew. */
export async function ticketFor(id: string, version: number | undefined): Promise<Ticket> {
  const asked = early;
  early = undefined;
  const fits = asked?.id === id && asked.version === version && Date.now() - asked.askedAt < usableMs;
  return (fits ? await asked.ticket : undefined) ?? server.ticket(id, version);
}
