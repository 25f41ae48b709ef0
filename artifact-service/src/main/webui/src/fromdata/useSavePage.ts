import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { htmlOf, type PageParts } from "./html.ts";
import type { Picked } from "./PickTool.tsx";
import { withoutMissing, type PageSpec } from "./spec.ts";

/** Saves a page that a person drew from a tool, lets it use that tool, and opens it. */
export function useSavePage(spec: PageSpec, { connector, tool }: Picked, parts: PageParts | undefined) {
  const [, go] = useLocation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      if (parts === undefined) throw new Error("The parts of a page are not loaded yet.");
      const { tool: name } = spec.sources.rows;
      const mapping = [{ name, connectorId: connector.id, tool: tool.name }];
      const { id } = await server.createArtifact({ title: spec.title.trim(), description: spec.description, html: htmlOf(withoutMissing(spec), parts), mapping });
      await server.decideTools(id, [{ name, connectorId: connector.id, granted: true }]);
      return id;
    },
    onSuccess: (id) => {
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      go(`/a/${id}`);
    },
  });
}
