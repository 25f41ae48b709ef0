import { isObject, type Method, type PageMessage, type PageNotice, type PointedElement, type StorageWrite } from "./protocol.ts";

/** Checks what a page says: every field that the host will look at has the type that it expects. */
type Check = (params: Record<string, unknown>) => boolean;

const text = (value: unknown): value is string => typeof value === "string";
const count = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const textOrNull = (value: unknown) => value === null || text(value);
const duration = (value: unknown) => value === undefined || (typeof value === "number" && value >= 0);

const cacheWish = (value: unknown) =>
  value === null ||
  value === false ||
  (isObject(value) &&
    duration(value.staleTime) &&
    duration(value.gcTime) &&
    (value.refresh === undefined || typeof value.refresh === "boolean"));

const address: Check = (params) => text(params.server) && text(params.tool) && "input" in params;

const paramChecks: Record<Method, Check> = {
  "cowork.call": (params) => text(params.name) && "args" in params,
  "claude.call": (params) => address(params) && cacheWish(params.cache),
  "claude.listTools": () => true,
  "claude.invalidate": (params) => textOrNull(params.server) && textOrNull(params.tool) && "input" in params,
  "watch.start": (params) =>
    address(params) &&
    count(params.watchId) &&
    cacheWish(params.cache) &&
    (params.refetchInterval === null || typeof params.refetchInterval === "number"),
  "watch.stop": (params) => count(params.watchId),
  ask: (params) => text(params.prompt) && Array.isArray(params.data),
  runTask: (params) => text(params.taskId) && typeof params.gesture === "boolean",
  openLink: (params) => text(params.url),
  offerPrompt: (params) => text(params.text),
  saveFile: (params) =>
    text(params.name) && text(params.type) && params.bytes instanceof ArrayBuffer && typeof params.gesture === "boolean",
  user: () => true,
};

function isStorageWrite(value: unknown): value is StorageWrite {
  return (
    isObject(value) &&
    isObject(value.set) &&
    Object.values(value.set).every(text) &&
    Array.isArray(value.remove) &&
    value.remove.every(text)
  );
}

function isMethod(value: unknown): value is Method {
  return text(value) && Object.hasOwn(paramChecks, value);
}

function isRequest(message: Record<string, unknown>): boolean {
  return (
    count(message.id) && isMethod(message.method) && isObject(message.params) && paramChecks[message.method](message.params)
  );
}

const noticeChecks: Record<PageNotice["kind"], Check> = {
  cancel: (message) => count(message.id),
  storage: (message) =>
    (message.area === "local" || message.area === "session") && count(message.seq) && isStorageWrite(message.write),
  message: (message) =>
    text(message.level) &&
    ["error", "warning", "blocked", "note"].includes(message.level) &&
    text(message.text) &&
    textOrNull(message.where),
  activity: () => true,
  loaded: () => true,
  flushed: (message) => count(message.id),
  pointed: (message) => message.element === null || isPointed(message.element),
};

function isPointed(value: unknown): value is PointedElement {
  return isObject(value) && text(value.selector) && text(value.text) && text(value.html);
}

function isNoticeKind(kind: unknown): kind is PageNotice["kind"] {
  return text(kind) && Object.hasOwn(noticeChecks, kind);
}

/** The message that `data` is, or undefined if it is none. */
export function readPageMessage(data: unknown): PageMessage | undefined {
  if (!isObject(data)) return undefined;
  const known =
    data.kind === "request" ? isRequest(data) : isNoticeKind(data.kind) && noticeChecks[data.kind](data);
  return known ? (data as unknown as PageMessage) : undefined;
}
