/** What answers a request: the parts of the path that the pattern's stars stand for, the body, the query. */
export type Handler = (parts: string[], body: Record<string, unknown>, query: URLSearchParams) => unknown;

/** A method and a path, in which `*` stands for one part, and what answers there. */
export type Route = [pattern: string, handler: Handler];

/** A request that is answered with a problem. */
export class Refused extends Error {
  constructor(readonly status: number, readonly detail: string) {
    super(detail);
  }
}

/** What the stars of a pattern stand for; undefined if it does not fit. */
export function match(pattern: string, path: string): string[] | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const parts: string[] = [];
  for (const [index, piece] of wanted.entries()) {
    if (piece === "*") parts.push(decodeURIComponent(given[index] ?? ""));
    else if (piece !== given[index]) return undefined;
  }
  return parts;
}
