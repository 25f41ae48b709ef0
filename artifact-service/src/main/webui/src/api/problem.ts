import { isObject } from "../../protocol.ts";

export interface ProblemAction {
  label: string;
  href: string;
}

export type ProblemKind = "signed-out" | "no-access" | "not-found" | "away" | "refused";

/** Why the server did not do what was asked, in words for a person. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly slug: string;
  readonly action: ProblemAction | undefined;
  readonly traceId: string | undefined;

  constructor(kind: ProblemKind, detail: string, more: { slug?: string; action?: ProblemAction; traceId?: string } = {}) {
    super(detail);
    this.name = "Problem";
    this.kind = kind;
    this.slug = more.slug ?? kind;
    this.action = more.action;
    this.traceId = more.traceId;
  }
}

const kinds: Record<number, ProblemKind> = {
  401: "signed-out",
  403: "no-access",
  404: "not-found",
  410: "not-found",
  502: "away",
  503: "away",
  504: "away",
};

const words: Record<ProblemKind, string> = {
  "signed-out": "You are signed out. Sign in again to go on.",
  "no-access": "You do not have access to this.",
  "not-found": "This is not here any more.",
  away: "Live Artifacts cannot be reached right now. It tries again by itself.",
  refused: "That did not work. Try again in a moment.",
};

/** What a status says by itself, where whoever refused said nothing more. */
const plain: Partial<Record<number, string>> = {
  413: "This is larger than the server takes. Make it smaller, or split it.",
  429: "That was too much at once. Try again in a minute.",
};

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function actionOf(value: unknown): ProblemAction | undefined {
  if (!isObject(value)) return undefined;
  const label = text(value.label);
  const href = text(value.href);
  // Only ways inside the app: a problem never leads elsewhere.
  return label !== undefined && href?.startsWith("/") === true ? { label, href } : undefined;
}

/** Reads an `application/problem+json` answer; whatever else came becomes a plain sentence. */
export function readProblem(status: number, body: unknown): Problem {
  const kind = kinds[status] ?? "refused";
  const problem = isObject(body) ? body : {};
  const slug = text(problem.type)?.split(":").pop();
  const action = actionOf(problem.action);
  const traceId = text(problem.traceId);
  const detail = text(problem.detail) ?? (kind === "refused" ? text(problem.title) : undefined) ?? plain[status] ?? words[kind];
  return new Problem(kind, detail, {
    ...(slug === undefined ? {} : { slug }),
    ...(action === undefined ? {} : { action }),
    ...(traceId === undefined ? {} : { traceId }),
  });
}

/** True if it may work in a moment, without anybody doing anything. */
export function isAway(error: unknown): boolean {
  return error instanceof Problem && error.kind === "away";
}

export function unreachable(): Problem {
  return new Problem("away", words.away);
}

/** What to tell a person about any failure. */
export function sentenceOf(error: unknown): string {
  return error instanceof Problem ? error.message : words.refused;
}
