import { isObject, limits, type MessageLevel } from "../protocol.ts";
import { toText } from "./json.ts";
import type { Line } from "./line.ts";

export type Report = (level: MessageLevel, text: string, where?: string) => void;

function describe(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (!isObject(value) && !Array.isArray(value)) return toText(value);
  try {
    return JSON.stringify(value);
  } catch {
    return toText(value);
  }
}

function cut(text: string): string {
  return text.length > limits.messageLength ? `${text.slice(0, limits.messageLength)}…` : text;
}

/** Reports to the host, up to a bound per load: a page that logs in a loop harms nobody. */
export function makeReport(line: Line): Report {
  let left: number = limits.messages;
  return (level, text, where) => {
    if (left === 0) return;
    left--;
    const last = left === 0;
    line.notify({
      kind: "message",
      level: last ? "note" : level,
      text: last ? "The page says more than is kept; the rest is left out." : cut(text),
      where: where === undefined ? null : cut(where),
    });
  };
}

function addressOf(element: EventTarget | null): string {
  const { src, href } = (element ?? {}) as { src?: unknown; href?: unknown };
  return typeof src === "string" && src !== "" ? src : typeof href === "string" ? href : "";
}

function place(file: string, line: number): string {
  return line === 0 ? "" : file.startsWith("http") ? `line ${line}` : `${file} line ${line}`;
}

/** Lets the data panel show what the page says on its console, what failed in it, and what was kept out. */
export function watchMessages(page: Window & typeof globalThis, report: Report): void {
  for (const [name, level] of [["error", "error"], ["warn", "warning"]] as const) {
    const original = page.console[name].bind(page.console);
    page.console[name] = (...values: unknown[]) => {
      original(...values);
      report(level, values.map(describe).join(" "));
    };
  }
  page.addEventListener(
    "error",
    (event: Event) => {
      if (event instanceof ErrorEvent) report("error", event.message, place(event.filename, event.lineno));
      else report("error", `Could not be loaded: ${addressOf(event.target) || "a part of the page"}`);
    },
    true,
  );
  page.addEventListener("unhandledrejection", (event) => report("error", `Unhandled rejection: ${describe(event.reason)}`));
  page.document.addEventListener("securitypolicyviolation", (event) => {
    report("blocked", `${event.blockedURI || "inline"} (${event.effectiveDirective})`, place(event.sourceFile, event.lineNumber));
  });
}
