import { Problem, readProblem, unreachable } from "./problem.ts";

interface Upload {
  method: "POST" | "PUT";
  form: FormData;
  /** Told how much has gone out, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Sends a form with files, telling how far it got; the answer's JSON, or a `Problem`. */
export function upload<T>(path: string, { method, form, onProgress, signal }: Upload): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    request.setRequestHeader("X-Requested-With", "JavaScript");
    request.upload.addEventListener("progress", ({ loaded, total }) => total > 0 && onProgress(loaded / total));
    request.addEventListener("load", () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(readProblem(request.status, body));
    });
    request.addEventListener("error", () => reject(unreachable()));
    request.addEventListener("abort", () => reject(new Problem("refused", "The upload was called off.")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}
