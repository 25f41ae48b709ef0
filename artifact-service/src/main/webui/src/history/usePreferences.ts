import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import type { ArtifactHost } from "../host/artifactHost.ts";
import { useToaster } from "../ui/toaster.ts";
import { historyServer } from "./historyServer.ts";
import type { Preferences } from "./types.ts";

function usePreferences(id: string, enabled: boolean) {
  return useQuery({ queryKey: keys.preferences(id), queryFn: () => historyServer.preferences(id), enabled, retry: false, staleTime: 60_000 });
}

/** Tells the open page whether its person wants new data to be shown by itself. */
export function useAutoApply(id: string, host: ArtifactHost, enabled: boolean): void {
  const { data } = usePreferences(id, enabled);
  useEffect(() => {
    if (data !== undefined) host.autoApply(data.autoApply);
  }, [data, host]);
}

/** Whether new data is shown by itself, and the switch for it. */
export function useAutoApplySwitch(id: string) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const { data } = usePreferences(id, true);
  const prefer = useMutation({
    mutationFn: (body: Preferences) => historyServer.prefer(id, body),
    onMutate: (body) => queries.setQueryData<Preferences>(keys.preferences(id), body),
    onError: (error) => {
      say(sentenceOf(error));
      void queries.invalidateQueries({ queryKey: keys.preferences(id) });
    },
  });
  return { on: data?.autoApply ?? false, set: (autoApply: boolean) => prefer.mutate({ autoApply }) };
}
