import {
  isObject,
  type Answer,
  type CacheWish,
  type ClaudeResult,
  type Json,
  type ListedTool,
  type PagePerson,
  type WatchEvent,
} from "../protocol.ts";
import { dataList } from "./cowork.ts";
import type { PageDb } from "./db.ts";
import type { Downloads } from "./downloads.ts";
import { toJson, toText } from "./json.ts";
import { CallError, type Line } from "./line.ts";
import type { Renames } from "./renames.ts";

export interface CallOptions {
  cache?: unknown;
  signal?: AbortSignal;
}

export interface WatchOptions {
  cache?: unknown;
  refetchInterval?: unknown;
}

type WatchHandler = (event: WatchEvent) => void;

export interface Mcp {
  callTool(server: unknown, tool: unknown, input?: unknown, options?: CallOptions): Promise<ClaudeResult>;
  watchTool(server: unknown, tool: unknown, input: unknown, handler: WatchHandler, options?: WatchOptions): () => void;
  listTools(): Promise<ListedTool[]>;
  invalidate(server?: unknown, tool?: unknown, input?: unknown): Promise<void>;
}

export interface PageUser extends Partial<PagePerson> {
  get(): Promise<PagePerson>;
}

export interface Claude {
  use(name: unknown): Promise<unknown>;
  mcp: Mcp;
  sample(prompt: unknown, data?: unknown): Promise<Answer>;
  complete(prompt: unknown): Promise<string>;
  user: PageUser;
  downloads: Downloads;
  db: PageDb;
}

function positive(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 ? value : undefined;
}

function cacheWish(cache: unknown): CacheWish | false | null {
  if (cache === false) return false;
  if (!isObject(cache)) return null;
  const wish: CacheWish = {};
  const staleTime = positive(cache.staleTime);
  const gcTime = positive(cache.gcTime);
  if (staleTime !== undefined) wish.staleTime = staleTime;
  if (gcTime !== undefined) wish.gcTime = gcTime;
  if (cache.refresh !== undefined) wish.refresh = Boolean(cache.refresh);
  return wish;
}

function input(value: unknown): Json {
  return value === undefined ? {} : toJson(value);
}

function makeMcp(line: Line, renames: Renames | undefined): Mcp {
  const handlers = new Map<number, WatchHandler>();
  const renamed = (tool: string, result: ClaudeResult) => renames?.apply(tool, result) ?? result;
  let nextWatch = 1;

  line.listen((message) => {
    if (message.kind === "watch") handlers.get(message.watchId)?.(message.event);
  });

  return {
    async callTool(server, tool, given, options = {}) {
      const params = { server: toText(server), tool: toText(tool), input: input(given), cache: cacheWish(options.cache) };
      return renamed(params.tool, await line.request("claude.call", params, { signal: options.signal }));
    },
    watchTool(server, tool, given, handler, options = {}) {
      // Pages leave the input out: (server, tool, handler, options).
      if (typeof given === "function") {
        return this.watchTool(server, tool, {}, given as WatchHandler, handler as unknown as WatchOptions | undefined);
      }
      const watchId = nextWatch++;
      const name = toText(tool);
      handlers.set(watchId, (event) => handler(event.type === "result" ? { ...event, result: renamed(name, event.result) } : event));
      const interval = options.refetchInterval;
      const params = {
        server: toText(server),
        tool: toText(tool),
        input: input(given),
        watchId,
        cache: cacheWish(options.cache),
        refetchInterval: typeof interval === "number" ? interval : null,
      };
      line.request("watch.start", params).catch((error: unknown) => {
        if (error instanceof CallError) handlers.get(watchId)?.({ type: "error", error });
      });
      return () => {
        if (!handlers.delete(watchId)) return;
        line.request("watch.stop", { watchId }).catch(() => undefined);
      };
    },
    listTools: () => line.request("claude.listTools", {}),
    async invalidate(server, tool, given) {
      await line.request("claude.invalidate", {
        server: server === undefined ? null : toText(server),
        tool: tool === undefined ? null : toText(tool),
        input: given === undefined ? null : toJson(given),
      });
    },
  };
}

/** `window.claude`: like cowork, but its tool calls reject with a code. */
export function makeClaude(line: Line, downloads: Downloads, db: PageDb, renames?: Renames): Claude {
  const mcp = makeMcp(line, renames);

  const user: PageUser = {
    async get() {
      const person = await line.request("user", {});
      Object.assign(user, person);
      return person;
    },
  };

  const sample = async (prompt: unknown, data?: unknown): Promise<Answer> => {
    try {
      return await line.request("ask", { prompt: toText(prompt), data: dataList(data) });
    } catch (error) {
      return { text: error instanceof Error ? error.message : toText(error), isError: true };
    }
  };

  const capabilities: Record<string, () => unknown> = {
    mcp: () => mcp,
    sample: () => sample,
    user: () => user.get().then(() => user, () => user),
    downloads: () => downloads,
    db: () => db,
  };

  return {
    async use(name) {
      const key = toText(name);
      return Object.hasOwn(capabilities, key) ? await capabilities[key]?.() : null;
    },
    mcp,
    sample,
    complete: async (prompt) => (await sample(prompt)).text,
    user,
    downloads,
    db,
  };
}
