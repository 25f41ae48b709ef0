import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { ArtifactCard } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { useToaster } from "../ui/toaster.ts";

/** Makes a copy of an artifact that is one's own, and opens it. Grants are not copied: its new owner is asked. */
export function useDuplicate() {
  const [, go] = useLocation();
  const queries = useQueryClient();
  const { say } = useToaster();
  return useMutation({
    mutationFn: async ({ id, version, title, description }: Pick<ArtifactCard, "id" | "version" | "title" | "description">) => {
      const { html } = await server.source(id, version);
      return server.createArtifact({ title: `${title} (copy)`, html, ...(description == null ? {} : { description }) });
    },
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      go(`/a/${id}?review`);
    },
    onError: (error) => say(sentenceOf(error)),
  });
}
