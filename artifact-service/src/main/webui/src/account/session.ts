import { isObject } from "../../protocol.ts";
import { Problem } from "../api/problem.ts";
import { Signal } from "../host/signal.ts";

const channelName = "live-session";
const way = "/account/signed-in";

/** Whether this browser is signed in still, as far as the last answers of the server tell. */
export const session = new Signal<"live" | "ended">("live");

export function isSignedOut(error: unknown): boolean {
  return error instanceof Problem && error.kind === "signed-out";
}

async function back(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const release = session.subscribe(() => {
      if (session.value !== "live") return;
      release();
      resolve();
    });
    signal?.addEventListener("abort", () => {
      release();
      reject(signal.reason instanceof Error ? signal.reason : new DOMException("The call was cancelled.", "AbortError"));
    });
  });
}

/** Asks the server; where the session has ended, what was asked waits for the person to sign in again, and goes on then. */
export async function inSession<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      session.set("ended");
      await back(signal);
    }
  }
}

function placement(): string {
  const width = 520;
  const height = 720;
  const left = Math.round(window.screenX + Math.max(0, (window.outerWidth - width) / 2));
  const top = Math.round(window.screenY + Math.max(0, (window.outerHeight - height) / 2));
  return `popup,width=${width},height=${height},left=${left},top=${top}`;
}

/** Opens the sign-in in a small window, from a click; where the browser blocks it, in this tab, which comes back here. */
export function signInAgain(): void {
  if (window.open(`/signin?to=${encodeURIComponent(way)}`, "live-signin-again", placement()) !== null) return;
  const { pathname, search } = window.location;
  window.location.assign(`/signin?to=${encodeURIComponent(pathname + search)}`);
}

/** Tells every other tab of the app who is signed in now. */
export function tellSignedIn(personId: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ personId });
  channel.close();
}

/** Hears who has signed in, in whatever window, until the returned function is called. */
export function onSignedIn(listener: (personId: string) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isObject(data) && typeof data.personId === "string") listener(data.personId);
  };
  return () => channel.close();
}
