import { failedResult, texts, type Answer, type Json, type TaskAnswer, type ToolResult } from "../protocol.ts";
import { toJson, toText } from "./json.ts";
import type { Line } from "./line.ts";
import type { Renames } from "./renames.ts";

export interface Cowork {
  callMcpTool(name: unknown, args?: unknown): Promise<ToolResult>;
  askClaude(prompt: unknown, data?: unknown): Promise<Answer>;
  sample(prompt: unknown, data?: unknown): Promise<Answer>;
  runScheduledTask(taskId: unknown): Promise<TaskAnswer>;
  openLink(url: unknown): Promise<{ opened: boolean }>;
  sendPrompt(text: unknown): Promise<{ copied: boolean }>;
}

export function isGesture(page: Window): boolean {
  const { userActivation } = page.navigator as { userActivation?: UserActivation };
  return userActivation?.isActive ?? false;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : toText(error);
}

export function dataList(data: unknown): Json[] {
  if (data === undefined) return [];
  const json = toJson(data);
  return Array.isArray(json) ? json : [json];
}

/** `window.cowork`: whatever goes wrong, its promises resolve. */
export function makeCowork(page: Window, line: Line, renames?: Renames): Cowork {
  const askClaude = async (prompt: unknown, data?: unknown): Promise<Answer> => {
    try {
      return await line.request("ask", { prompt: toText(prompt), data: dataList(data) });
    } catch (error) {
      return { text: reason(error), isError: true };
    }
  };

  return {
    async callMcpTool(name, args = {}) {
      try {
        const result = await line.request("cowork.call", { name: toText(name), args: toJson(args) });
        return renames?.apply(toText(name), result) ?? result;
      } catch (error) {
        return failedResult(reason(error));
      }
    },
    askClaude,
    sample: askClaude,
    async runScheduledTask(taskId) {
      const gesture = isGesture(page);
      if (!gesture) return { isError: true, error: texts.needsGesture };
      try {
        return await line.request("runTask", { taskId: toText(taskId), gesture });
      } catch (error) {
        return { isError: true, error: reason(error) };
      }
    },
    async openLink(url) {
      try {
        return await line.request("openLink", { url: toText(url) });
      } catch {
        return { opened: false };
      }
    },
    async sendPrompt(text) {
      try {
        return await line.request("offerPrompt", { text: toText(text) });
      } catch {
        return { copied: false };
      }
    },
  };
}
