import { isObject } from "../protocol.ts";
import { isGesture } from "./cowork.ts";
import { toText } from "./json.ts";
import type { Line } from "./line.ts";

/** `window.claude.downloads`. */
export interface Downloads {
  save(file: unknown, content?: unknown, type?: unknown): Promise<{ saved: boolean }>;
}

export type Save = (name: string, content: Blob) => Promise<{ saved: boolean }>;

export function makeSave(page: Window, line: Line): Save {
  return async (name, content) => {
    const gesture = isGesture(page);
    const bytes = await content.arrayBuffer();
    return line.request("saveFile", { name, type: content.type, bytes, gesture }, { transfer: [bytes] });
  };
}

function toBlob(content: unknown, type: unknown): Blob {
  if (content instanceof Blob) return content;
  const options = { type: typeof type === "string" ? type : "" };
  if (content instanceof ArrayBuffer || ArrayBuffer.isView(content)) return new Blob([content as BlobPart], options);
  return new Blob([typeof content === "string" ? content : JSON.stringify(content, null, 2)], options);
}

/** Takes `save("name.csv", text)` and `save({filename, content, type})`. */
export function makeDownloads(save: Save): Downloads {
  return {
    async save(file, content, type) {
      if (!isObject(file)) return save(toText(file), toBlob(content, type));
      const name = file.filename ?? file.fileName ?? file.name ?? "download";
      const body = file.content ?? file.data ?? file.blob ?? file.text ?? "";
      return save(toText(name), toBlob(body, file.type ?? file.mimeType));
    },
  };
}

/** Remembers what stands behind blob: addresses; inside the sandbox nothing may fetch them. */
export class BlobShelf {
  readonly #blobs = new Map<string, Blob>();

  constructor(page: Window & typeof globalThis) {
    const create = page.URL.createObjectURL.bind(page.URL);
    const revoke = page.URL.revokeObjectURL.bind(page.URL);
    page.URL.createObjectURL = (source: Blob | MediaSource) => {
      const url = create(source);
      if (source instanceof Blob) this.#blobs.set(url, source);
      return url;
    };
    page.URL.revokeObjectURL = (url: string) => {
      this.#blobs.delete(url);
      revoke(url);
    };
  }

  read(url: string): Blob | undefined {
    return url.startsWith("data:") ? dataBlob(url) : this.#blobs.get(url);
  }
}

/** The content of a data: address, without fetching it. */
export function dataBlob(url: string): Blob | undefined {
  const match = /^data:([^,]*?)(;\s*base64)?,(.*)$/is.exec(url);
  if (match === null) return undefined;
  const [, type = "", base64, body = ""] = match;
  try {
    const text = decodeURIComponent(body);
    if (base64 === undefined) return new Blob([text], { type });
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type });
  } catch {
    return undefined;
  }
}
