import { readProblem, unreachable } from "./problem.ts";

export interface Send {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  signal?: AbortSignal | undefined;
  keepalive?: boolean;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function init({ method = "GET", body, signal, keepalive }: Send): RequestInit {
  return {
    method,
    credentials: "same-origin",
    headers: {
      Accept: "application/json, application/problem+json",
      // Tells the server's sign-in that a redirect would help nobody here.
      "X-Requested-With": "JavaScript",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
    ...(keepalive === undefined ? {} : { keepalive }),
  };
}

/** One request to the server: its JSON, or a `Problem`. An abort stays an abort. */
export async function send<T>(path: string, options: Send = {}): Promise<T> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, init(options));
    body = await readBody(response);
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    throw unreachable();
  }
  if (!response.ok) throw readProblem(response.status, body);
  return body as T;
}
