import { isObject, texts, type Answer, type Json, type Methods, type TaskAnswer } from "../../protocol.ts";
import { Problem } from "../api/problem.ts";
import { taskOf } from "../schedules/taskOf.ts";
import type { Run, Schedule } from "../schedules/types.ts";
import type { Asks } from "./asks.ts";
import { isQuietFile, openableUrl, safeName } from "./files.ts";

/** What a page reaches only through the person in front of it. */
export interface PersonTools {
  /** True if the person has just clicked or typed, by the browser's own word: a click in the frame counts for the app. */
  gesture(): boolean;
  open(url: string): void;
  save(name: string, content: Blob): void;
  copy(text: string): Promise<boolean>;
  ask(prompt: string, data: Json[]): Promise<Answer>;
  schedules(): Promise<Schedule[]>;
  runSchedule(id: string): Promise<Run>;
}

const longestPrompt = 20_000;

/** Links, files, prompts and tasks of one page: the person says yes first, wherever something leaves the page. */
export class PersonDesk {
  constructor(
    private readonly asks: Asks,
    private readonly asker: object,
    private readonly tools: PersonTools,
  ) {}

  async openLink(url: string): Promise<boolean> {
    const address = openableUrl(url);
    if (address === undefined) return false;
    const yes = await this.asks.ask({ kind: "openLink", url: address }, this.asker);
    if (yes) this.tools.open(address);
    return yes;
  }

  async offerPrompt(text: string): Promise<boolean> {
    const offered = text.slice(0, longestPrompt);
    const yes = await this.asks.ask({ kind: "offerPrompt", text: offered }, this.asker);
    return yes && this.tools.copy(offered);
  }

  async saveFile({ name, type, bytes, gesture }: Methods["saveFile"]["params"]): Promise<boolean> {
    const safe = safeName(name);
    const quiet = gesture && this.tools.gesture() && isQuietFile(safe);
    const yes = quiet || (await this.asks.ask({ kind: "saveFile", name: safe, bytes: bytes.byteLength }, this.asker));
    if (yes) this.tools.save(safe, new Blob([bytes], { type }));
    return yes;
  }

  async runTask(taskId: string, gesture: boolean): Promise<TaskAnswer> {
    if (!gesture || !this.tools.gesture()) return refused(texts.needsGesture);
    try {
      const task = taskOf(await this.tools.schedules(), taskId);
      if (task === undefined) return refused(texts.taskNotFound(taskId));
      const title = `${task.artifactTitle}, ${task.inWords}`;
      const yes = await this.asks.ask({ kind: "runTask", title }, this.asker);
      return yes ? { sessionId: (await this.tools.runSchedule(task.id)).id } : refused(texts.taskDeclined);
    } catch (error) {
      return refused(error instanceof Error ? error.message : "The task could not be started.");
    }
  }

  /** Always an answer with text: pages show it as it is. */
  async askClaude(prompt: string, data: Json[]): Promise<Answer> {
    try {
      return answerOf(await this.tools.ask(prompt, data));
    } catch (error) {
      return { text: error instanceof Problem ? error.message : "Claude cannot be asked right now.", isError: true };
    }
  }
}

/** Exactly what the contract says, whatever else the server may have said. */
function answerOf(answer: unknown): Answer {
  const { text, isError } = isObject(answer) ? answer : {};
  if (typeof text !== "string") return { text: "Claude gave no answer.", isError: true };
  return isError === true ? { text, isError } : { text };
}

function refused(error: string): TaskAnswer {
  return { isError: true, error };
}
