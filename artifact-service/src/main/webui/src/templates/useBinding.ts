import { useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { keys } from "../app/keys.ts";
import type { Picked } from "../fromdata/picked.ts";
import { bindingOfSource, boundSource, type NamedSource, type NamedSources } from "./sources.ts";
import { lackingWords, type Binding } from "./binding.ts";
import { usualPick } from "./usualPick.ts";

type Choice = { readonly picked: Picked; readonly chosen?: ReadonlyMap<string, string> } | "other" | "out";

/** One source of a template, as far as it is bound. */
export interface Part {
  readonly name: string;
  readonly source: NamedSource;
  /** `looking`: its usual place is being tried. */
  readonly state: "looking" | "open" | "out" | "bound";
  readonly picked?: Picked;
  readonly binding?: Binding;
  readonly chosen?: ReadonlyMap<string, string>;
  readonly bound?: NamedSource;
  readonly lacking?: string | undefined;
}

function partOf(name: string, source: NamedSource, choice: Choice | undefined, usual: { pending: boolean; picked: Picked | null | undefined }): Part {
  if (choice === "out" || choice === "other") return { name, source, state: choice === "out" ? "out" : "open" };
  const picked = choice?.picked ?? usual.picked ?? undefined;
  if (picked === undefined) return { name, source, state: usual.pending ? "looking" : "open" };
  const binding = bindingOfSource(source, picked);
  const chosen = choice?.chosen ?? binding.guesses;
  return { name, source, state: "bound", picked, binding, chosen, bound: boundSource(source, picked, binding, chosen), lacking: lackingWords(source, chosen) };
}

/** Where the sources of a template are, in this workspace: tried where they usually are, changed by hand. */
export function useBinding(sources: NamedSources) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const entries = useMemo(() => Object.entries(sources), [sources]);
  const usual = useQueries({
    queries: entries.map(([, source]) => ({
      queryKey: [...keys.templates, "usual", source.tool, source.arguments],
      queryFn: ({ signal }: { signal: AbortSignal }) => usualPick(source, signal),
      staleTime: 60_000,
      retry: false,
    })),
    combine: (results) => results.map(({ isPending, data }) => ({ pending: isPending, picked: data })),
  });
  const parts = useMemo(() => entries.map(([name, source], i) => partOf(name, source, choices[name], usual[i] ?? { pending: true, picked: undefined })), [entries, choices, usual]);
  const set = (name: string, choice: Choice) => setChoices((before) => ({ ...before, [name]: choice }));
  return {
    parts,
    pick: (name: string, picked: Picked) => set(name, { picked }),
    map: ({ name, picked, chosen }: Part, key: string, path: string) => picked !== undefined && set(name, { picked, chosen: new Map(chosen).set(key, path) }),
    other: (name: string) => set(name, "other"),
    leaveOut: (name: string) => set(name, "out"),
  };
}
