import { send } from "../api/http.ts";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer, Ticket } from "../api/types.ts";
import type { HostApi } from "../host/hostSetting.ts";

const askRefusal = "You see this page as a viewer does. Go back to yours to ask Claude.";
const taskRefusal = "You see this page as a viewer does. Go back to yours to run a task.";

/** The requests of a page that its owner sees as a viewer does: it changes nothing and keeps nothing. */
export function viewerApi(id: string, api: HostApi): HostApi {
  const artifact = `/api/artifacts/${encodeURIComponent(id)}`;
  const as = "viewer";
  return {
    ...api,
    ticket: () => send<Ticket>(`${artifact}/tickets`, { method: "POST", body: { as } }),
    call: (body: CallBody, signal) => send<CallAnswer>(`${artifact}/calls`, { method: "POST", body: { ...body, as }, signal }),
    ask: async () => Promise.resolve({ text: askRefusal, isError: true }),
    confirmations: async () => Promise.resolve([]),
    storage: async () => Promise.resolve({ revision: 0, items: {} }),
    saveStorage: async () => Promise.resolve({ revision: 0 }),
    schedules: async () => Promise.reject(new Error(taskRefusal)),
  };
}
