import type { CallRecord } from "../host/callLog.ts";
import { CallLog } from "../host/callLog.ts";
import type { HostState } from "../host/hostState.ts";
import type { Trial } from "./types.ts";

const longest = 2_000;
const most = 60;

const cut = (text: string) => text.slice(0, longest);

function made({ name, state, error }: CallRecord): Trial["calls"][number] {
  if (state !== "failed" || error === null) return { name: name.slice(0, 256) };
  return { name: name.slice(0, 256), code: error.code, message: cut(error.message) };
}

/** What was seen of a page: the server makes of it what Claude is asked to mend. */
export function trialOf(round: number, { notes, records, trouble, frames }: HostState): Trial {
  const blocked = notes.filter(({ level }) => level === "blocked");
  const said = notes.filter(({ level }) => level === "error" || level === "warning");
  return {
    round,
    console: said.slice(0, most).map(({ level, text }) => ({ level, text: cut(text) })),
    calls: CallLog.newest(records).slice(0, most).map(made),
    blocked: blocked.slice(0, most).map(({ text }) => cut(text)),
    empty: trouble !== null || frames.length === 0,
  };
}

/** The page has loaded, everything that it asked for is answered, and it is on screen. */
export function settled({ frames, reloading, trouble }: HostState): boolean {
  return trouble !== null || (reloading === null && frames.some(({ phase }) => phase === "shown"));
}

const scripts = /<script\b[^>]*>[\s\S]*?(?:<\/script\s*>|$)/gi;
const halfTag = /<[^>]*$/;

/** What can be shown of a page that is still being written: nothing half, and no script yet. */
export function showable(growing: string): string {
  return growing.replace(scripts, "").replace(halfTag, "");
}
