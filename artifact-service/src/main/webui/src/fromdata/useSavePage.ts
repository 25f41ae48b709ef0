import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";

/** A tool that a page reads, and how it is called there. */
export interface PageTool {
  readonly name: string;
  readonly connectorId: string;
  readonly tool: string;
  /** In words, for whoever lets it be used. */
  readonly words: string;
}

/** A page that a person made here, and the tools that it reads. */
export interface NewPage {
  readonly title: string;
  readonly description: string;
  readonly html: string;
  readonly tools: readonly PageTool[];
}

/** Saves a page that a person made of tools that they have looked at, lets it use those, and opens it. */
export function useSavePage({ title, description, html, tools }: NewPage) {
  const [, go] = useLocation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const mapping = tools.map(({ name, connectorId, tool }) => ({ name, connectorId, tool }));
      const { id } = await server.createArtifact({ title: title.trim(), description, html, mapping });
      await server.decideTools(id, tools.map(({ name, connectorId }) => ({ name, connectorId, granted: true })));
      return id;
    },
    onSuccess: (id) => {
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      go(`/a/${id}`);
    },
  });
}
