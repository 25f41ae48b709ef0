import type { ServerResponse } from "node:http";

/** What can be changed while it runs, at `POST /__mock`: who is down, how slow, who is signed in. */
export const switches: Record<string, unknown> = { delay: 250, signedIn: true };

/** The pages that listen, and to which artifacts. */
export const streams = new Set<{ ids: string[]; response: ServerResponse }>();

/** Tells every page that has this artifact open. */
export function tell(id: string, event: string, data: object): void {
  for (const stream of streams) if (stream.ids.includes(id)) stream.response.write(`event: ${event}\ndata: ${JSON.stringify({ artifactId: id, ...data })}\n\n`);
}
