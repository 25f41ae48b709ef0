import { isObject } from "../../protocol.ts";

export type SignInOutcome = "connected" | "refused";

/** How a sign-in to a connector ended. Every open tab of the app hears it. */
export interface SignInNews {
  readonly connectorId: string;
  readonly outcome: SignInOutcome;
  readonly message: string;
}

const channelName = "live-connections";
const backKey = "live-signin-back";
const mostText = 300;

function textOf(value: unknown): string {
  return typeof value === "string" ? value.slice(0, mostText) : "";
}

/** Reads what came over the channel, or undefined if it is none of ours. */
export function readNews(value: unknown): SignInNews | undefined {
  if (!isObject(value)) return undefined;
  const connectorId = textOf(value.connectorId);
  const { outcome } = value;
  return connectorId !== "" && (outcome === "connected" || outcome === "refused")
    ? { connectorId, outcome, message: textOf(value.message) }
    : undefined;
}

/** The news in the address that the server leads back to: `/signed-in?connector=…&outcome=…&message=…`. */
export function newsIn(search: string): SignInNews | undefined {
  const params = new URLSearchParams(search);
  return readNews({ connectorId: params.get("connector"), outcome: params.get("outcome"), message: params.get("message") });
}

/** Only a place inside the app is a way back. */
function localPath(path: string | null): string | undefined {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : undefined;
}

/** The place to return to, where the sign-in had to take this tab; told once. */
export function takeWayBack(): string | undefined {
  const back = localPath(sessionStorage.getItem(backKey));
  sessionStorage.removeItem(backKey);
  return back;
}

export function signInAddress(connectorId: string): string {
  return `/api/connectors/${encodeURIComponent(connectorId)}/signin`;
}

/** The middle of the screen that the app's window is on. */
function placement(): string {
  const width = 520;
  const height = 720;
  const left = Math.round(window.screenX + Math.max(0, (window.outerWidth - width) / 2));
  const top = Math.round(window.screenY + Math.max(0, (window.outerHeight - height) / 2));
  return `popup,width=${width},height=${height},left=${left},top=${top}`;
}

/**
 * Opens the sign-in of a connector in a window of its own; to be called from a click. A browser that blocks the window gets
 * the sign-in in this tab, which comes back to where it was. Whether the window is closed again cannot be seen from here, as
 * it belongs to the service then: wait for the news.
 */
export function openSignIn(connectorId: string): "window" | "this-tab" {
  // A new window starts with a copy of this tab's session storage: an old way back must not be in it.
  sessionStorage.removeItem(backKey);
  const address = signInAddress(connectorId);
  if (window.open(address, `live-signin-${connectorId}`, placement()) !== null) return "window";
  sessionStorage.setItem(backKey, window.location.pathname + window.location.search + window.location.hash);
  window.location.assign(address);
  return "this-tab";
}

/** Tells every other open tab of the app. */
export function tellSignIn(news: SignInNews): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(news);
  channel.close();
}

/** Hears of every sign-in that ends in another tab or window, until the returned function is called. */
export function onSignIn(listener: (news: SignInNews) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const news = readNews(data);
    if (news !== undefined) listener(news);
  });
  return () => channel.close();
}
