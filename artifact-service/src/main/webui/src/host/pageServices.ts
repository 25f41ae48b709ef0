import type { Json, Methods, PageNotice, PointedElement, StorageArea, StorageWrite } from "../../protocol.ts";
import type { ArtifactTool } from "../api/types.ts";

export type PageNote = Omit<Extract<PageNotice, { kind: "message" }>, "kind">;

/** What a page may ask for beyond tools. */
export interface PageServices {
  tools(): readonly ArtifactTool[];
  ask(prompt: string, data: Json[]): Promise<Methods["ask"]["value"]>;
  runTask(taskId: string, gesture: boolean): Promise<Methods["runTask"]["value"]>;
  openLink(url: string): Promise<boolean>;
  offerPrompt(text: string): Promise<boolean>;
  saveFile(file: Methods["saveFile"]["params"]): Promise<boolean>;
  user(): Methods["user"]["value"];
  visible(): boolean;
  write(area: StorageArea, write: StorageWrite): void;
  note(note: PageNote): void;
  activity(): void;
  /** The person has pointed at an element, or has thought better of it. */
  pointed(element: PointedElement | null): void;
  /** Something of the load moved on: the page loaded, a call was answered. */
  progress(): void;
}
