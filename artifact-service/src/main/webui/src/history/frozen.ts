import type { CallAnswer } from "../api/types.ts";
import { failedResult } from "../../protocol.ts";
import type { HostApi } from "../host/hostSetting.ts";
import { splitName } from "../host/names.ts";
import { historyServer } from "./historyServer.ts";

const askRefusal = "This page is shown as it was. Go back to now to ask Claude.";
const taskRefusal = "This page is shown as it was. Go back to now to run a task.";

function writeRefused(name: string): CallAnswer {
  const message = "This page is shown as it was: nothing can be changed from here. Go back to now.";
  const { tool } = splitName(name);
  return { outcome: "failed", tool, cached: false, durationMillis: 0, error: { code: "blocked_by_policy", message }, result: failedResult(message) };
}

/** The requests of a page that is shown as of a snapshot: it reads what was kept then, changes nothing, and keeps nothing. */
export function frozenApi(id: string, asOf: string, api: HostApi, writes: (name: string) => boolean): HostApi {
  return {
    ...api,
    ticket: () => historyServer.ticketAsOf(id, asOf),
    call: async (body, signal) => (writes(body.name) ? writeRefused(body.name) : historyServer.callAsOf(id, asOf, body, signal)),
    ask: async () => Promise.resolve({ text: askRefusal, isError: true }),
    confirmations: async () => Promise.resolve([]),
    saveStorage: async () => Promise.resolve({ revision: 0 }),
    schedules: async () => Promise.reject(new Error(taskRefusal)),
  };
}
