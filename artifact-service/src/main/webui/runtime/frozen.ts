import { texts } from "../protocol.ts";
import type { ArtifactTool } from "../src/api/types.ts";
import { Asks } from "../src/host/asks.ts";
import { CallDesk } from "../src/host/callDesk.ts";
import { CallLog } from "../src/host/callLog.ts";
import { systemClock } from "../src/host/clock.ts";
import { openableUrl, saveAs } from "../src/host/files.ts";
import { sourceOf } from "../src/host/names.ts";
import type { PageServices } from "../src/host/pageServices.ts";
import { PageSession } from "../src/host/pageSession.ts";
import { WriteDesk } from "../src/host/writeDesk.ts";
import { FrozenDesk, frozenWords } from "../src/publication/frozenDesk.ts";
import { toolsOf } from "../src/publication/frozenTools.ts";
import type { Copy } from "../src/publication/types.ts";
import { makeClaude } from "./claude.ts";
import { makeCowork } from "./cowork.ts";
import { makeDb } from "./db.ts";
import { makeDownloads, makeSave } from "./downloads.ts";
import { install } from "./install.ts";
import { Line } from "./line.ts";

const nothing = () => undefined;

/** Takes the data that was written into the file ahead of the page, so that the page's own scripts do not find it. */
function takeCopy(page: Window): Copy {
  for (const script of page.document.querySelectorAll("script[data-live]")) script.remove();
  const copy: unknown = Reflect.get(page, "__liveCopy");
  Reflect.deleteProperty(page, "__liveCopy");
  // Our own server's word, in its own file.
  return copy as Copy;
}

/** What a page reaches from a file: its data, and the browser that it is opened in. */
function services(page: Window, tools: readonly ArtifactTool[]): PageServices {
  return {
    tools: () => tools,
    ask: () => Promise.resolve({ text: frozenWords.ask, isError: true }),
    runTask: (_, gesture) => Promise.resolve({ isError: true, error: gesture ? frozenWords.task : texts.needsGesture }),
    openLink: (url) => {
      const address = openableUrl(url);
      return Promise.resolve(address !== undefined && page.open(address, "_blank", "noopener") !== null);
    },
    offerPrompt: (text) => page.navigator.clipboard.writeText(text).then(() => true, () => false),
    saveFile: ({ name, type, bytes }) => {
      saveAs(name, new Blob([bytes], { type }));
      return Promise.resolve(true);
    },
    user: () => ({ displayName: "Visitor", name: "Visitor", locale: page.navigator.language }),
    visible: () => page.document.visibilityState === "visible",
    write: nothing,
    note: nothing,
    activity: nothing,
    pointed: nothing,
    progress: nothing,
  };
}

/** The host of a page that was saved with its data: in the page itself, where there is no other. */
function host(page: Window, copy: Copy, port: MessagePort): PageSession {
  const frozen = new FrozenDesk(copy);
  const tools = toolsOf(copy);
  const log = new CallLog();
  const line = {
    call: frozen.call.bind(frozen),
    sourceOf: (name: string) => sourceOf(tools, name),
    needsWord: () => Promise.resolve(false),
    isRead: () => true,
    onProblem: nothing,
    onAnswer: nothing,
    onHeld: nothing,
  };
  const writes = new WriteDesk(new Asks(), {}, systemClock, () => Promise.resolve());
  const desk = new CallDesk(line, log, writes, systemClock, false);
  return new PageSession(port, desk, log, services(page, tools), systemClock);
}

/** `localStorage` of a file, where the browser gives it one. */
function kept(page: Window) {
  const { localStorage: area } = page;
  return {
    get: (key: string) => area.getItem(key) ?? undefined,
    set: (key: string, value: string) => area.setItem(key, value),
    remove: (key: string) => area.removeItem(key),
    keys: () => Object.keys(area),
  };
}

function start(page: Window): void {
  const { port1, port2 } = new MessageChannel();
  host(page, takeCopy(page), port2);
  const line = new Line();
  line.open(port1);
  install(page, "cowork", makeCowork(page, line));
  install(page, "claude", makeClaude(line, makeDownloads(makeSave(page, line)), makeDb(kept(page))));
}

start(window);
