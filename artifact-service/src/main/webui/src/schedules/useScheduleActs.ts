import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { useToaster } from "../ui/toaster.ts";
import { refreshServer } from "./refreshServer.ts";
import type { Schedule } from "./types.ts";

/** What can be done with a schedule, from wherever it is shown. */
export function useScheduleActs({ id, paused }: Pick<Schedule, "id" | "paused">) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const onSuccess = async () => {
    await Promise.all([keys.schedules, keys.runs].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const onError = (error: unknown) => say(sentenceOf(error));
  return {
    run: useMutation({ mutationFn: () => refreshServer.runSchedule(id), onSuccess, onError }),
    pause: useMutation({ mutationFn: () => refreshServer.changeSchedule(id, { paused: !paused }), onSuccess, onError }),
    remove: useMutation({ mutationFn: () => refreshServer.deleteSchedule(id), onSuccess }),
  };
}
