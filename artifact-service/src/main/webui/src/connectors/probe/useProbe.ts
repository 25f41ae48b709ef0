import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { JsonObject } from "../../../protocol.ts";
import { server } from "../../api/server.ts";

/** One call of a tool at a time, which can be called off. */
export function useProbe(connectorId: string, tool: string) {
  const running = useRef<AbortController>(null);
  const probe = useMutation({
    mutationFn: (args: JsonObject) => {
      running.current?.abort();
      running.current = new AbortController();
      return server.probe(connectorId, { tool, arguments: args }, running.current.signal);
    },
  });
  useEffect(() => () => running.current?.abort(), []);
  return {
    ...probe,
    cancel: () => {
      running.current?.abort();
      probe.reset();
    },
  };
}
