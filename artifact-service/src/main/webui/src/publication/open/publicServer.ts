import { readProblem, unreachable } from "../../api/problem.ts";
import type { Ticket } from "../../api/types.ts";
import type { Copy } from "../types.ts";

async function ask<T>(path: string, body?: object): Promise<T> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, {
      method: body === undefined ? "GET" : "POST",
      credentials: "same-origin",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    answer = text === "" ? undefined : (JSON.parse(text) as unknown);
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw readProblem(response.status, answer);
  return answer as T;
}

/** All that can be asked for behind one public link. */
export function publicServer(link: string) {
  return {
    content: () => ask<Copy>(`${link}/content`),
    ticket: () => ask<Ticket>(`${link}/tickets`, {}),
    password: (password: string) => ask<unknown>(`${link}/password`, { password }),
  } as const;
}

export type PublicServer = ReturnType<typeof publicServer>;
