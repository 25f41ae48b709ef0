import { makeClaude } from "./claude.ts";
import { takeStartState } from "./config.ts";
import { makeCowork } from "./cowork.ts";
import { makeDb } from "./db.ts";
import { BlobShelf, makeDownloads, makeSave } from "./downloads.ts";
import { install } from "./install.ts";
import { serveLibraries, type Shelf } from "./libraries.ts";
import { Line, shakeHands } from "./line.ts";
import { Links } from "./links.ts";
import { makeReport, watchMessages } from "./messages.ts";
import { installPointing } from "./pointing.ts";
import { Renames } from "./renames.ts";
import { prepareSandbox } from "./sandbox.ts";
import { installStorage } from "./storage.ts";

/** Written in by the build. */
declare const SHELF: Shelf;

const activityMs = 1_000;

/** Tells the host that a person is at work, so that it does not reload the page under their hands. */
function watchActivity(page: Window, line: Line): void {
  let last = 0;
  const tell = () => {
    const now = Date.now();
    if (now - last < activityMs) return;
    last = now;
    line.notify({ kind: "activity" });
  };
  for (const type of ["pointerdown", "keydown", "input", "wheel"]) {
    page.addEventListener(type, tell, { capture: true, passive: true });
  }
}

function start(page: Window & typeof globalThis): void {
  const { config, session } = takeStartState(page);
  const line = new Line();
  const report = makeReport(line);
  prepareSandbox(page, report);
  watchMessages(page, report);
  serveLibraries(page, [...SHELF, ...config.libraries]);
  const storage = installStorage(page, line, { local: config.storage, session });
  const save = makeSave(page, line);
  new Links(page, line, new BlobShelf(page), save, report).install();
  const renames = new Renames(page.document);
  install(page, "cowork", makeCowork(page, line, renames));
  install(page, "claude", makeClaude(line, makeDownloads(save), makeDb(storage.local), renames));
  installPointing(page, line);
  watchActivity(page, line);
  for (const { kind, url } of config.leftOut) report("blocked", `Left out: ${url}`, kind);
  line.listen((message) => {
    if (message.kind === "print") page.print();
  });
  page.addEventListener("load", () => line.notify({ kind: "loaded" }), { once: true });
  shakeHands(page, line, config.appOrigin, config.nonce);
}

start(window);
