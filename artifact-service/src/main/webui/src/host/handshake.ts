import { isObject, type PortOffer } from "../../protocol.ts";

interface Listening {
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
}

/**
 * Waits for the page in `frame` to say hello with the nonce of its ticket, and hands it one port, once. The port cannot
 * be addressed to an origin, as the frame's is opaque: whose message it answers is what makes it safe.
 */
export function offerPort(
  app: Listening,
  frame: () => Window | null,
  nonce: string,
  onPort: (port: MessagePort) => void,
): () => void {
  const onMessage = ({ source, data }: MessageEvent<unknown>) => {
    const target = frame();
    if (target === null || source !== target) return;
    if (!isObject(data) || data.live !== "hello" || data.nonce !== nonce || nonce === "") return;
    app.removeEventListener("message", onMessage);
    const { port1, port2 } = new MessageChannel();
    onPort(port1);
    target.postMessage({ live: "port" } satisfies PortOffer, "*", [port2]);
  };
  app.addEventListener("message", onMessage);
  return () => app.removeEventListener("message", onMessage);
}
