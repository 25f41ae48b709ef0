import { isObject, type LeftOut, type PageConfig, type Shelved } from "../protocol.ts";

export interface StartState {
  config: PageConfig;
  session: Record<string, string>;
}

function textItems(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** Storage comes either as the items themselves or as `{revision, items}`, the form of the storage API. */
function storageItems(value: unknown): Record<string, string> {
  return isObject(value) && isObject(value.items) ? textItems(value.items) : textItems(value);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function leftOut(value: unknown): LeftOut[] {
  return Array.isArray(value) ? value.filter(isObject).map(({ kind, url }) => ({ kind: text(kind), url: text(url) })) : [];
}

function libraries(value: unknown): Shelved[] {
  const listed = Array.isArray(value) ? value.filter(isObject) : [];
  return listed.map(({ name, version, files }) => ({
    name: text(name),
    version: text(version),
    files: Array.isArray(files) ? files.filter((file) => typeof file === "string") : [],
  }));
}

/** The host hands the session's storage over in the frame's name: it is there before the first script. */
function takeSession(page: Window): Record<string, string> {
  const name = page.name;
  if (!name.startsWith('{"liveSession":')) return {};
  page.name = "";
  try {
    const parsed: unknown = JSON.parse(name);
    return isObject(parsed) ? textItems(parsed.liveSession) : {};
  } catch {
    return {};
  }
}

/** The page's own first script is the first of its document. */
function removeInjected(document: Document): void {
  for (const script of document.querySelectorAll("script[data-live]")) script.remove();
}

/** Takes what server and host left for the runtime, so that the page's own scripts do not find it. */
export function takeStartState(page: Window): StartState {
  removeInjected(page.document);
  const given: unknown = Reflect.get(page, "__live");
  Reflect.deleteProperty(page, "__live");
  const config = isObject(given) ? given : {};
  return {
    config: {
      appOrigin: text(config.appOrigin),
      nonce: text(config.nonce),
      artifactId: text(config.artifactId),
      title: text(config.title),
      storage: storageItems(config.storage),
      leftOut: leftOut(config.leftOut),
      libraries: libraries(config.libraries),
    },
    session: takeSession(page),
  };
}
