import type { Draft, DraftCall, KeptCall } from "./types.ts";

/** Which fields of a draft stay, by the call's position. */
export type Choice = ReadonlyMap<number, ReadonlySet<string>>;

export function everything({ calls }: Draft): Choice {
  return new Map(calls.map(({ position, fields }) => [position, new Set(fields.map(({ path }) => path))]));
}

export function withField(choice: Choice, position: number, path: string, kept: boolean): Choice {
  const paths = new Set(choice.get(position));
  if (kept) paths.add(path);
  else paths.delete(path);
  return new Map(choice).set(position, paths);
}

export function withCall(choice: Choice, { position, fields }: DraftCall, kept: boolean): Choice {
  return new Map(choice).set(position, new Set(kept ? fields.map(({ path }) => path) : []));
}

export function keptOf(choice: Choice): KeptCall[] {
  return [...choice].filter(([, paths]) => paths.size > 0).map(([position, paths]) => ({ position, paths: [...paths] }));
}

/** How many fields stay, and how many go. */
export function tallyOf({ calls }: Draft, choice: Choice): { kept: number; dropped: number } {
  const all = calls.reduce((sum, { fields }) => sum + fields.length, 0);
  const kept = [...choice.values()].reduce((sum, paths) => sum + paths.size, 0);
  return { kept, dropped: all - kept };
}
