import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem.ts";
import { useToaster } from "../ui/toaster.ts";
import { alertKeys, alertsServer } from "./alertsServer.ts";
import type { Alert } from "./types.ts";

/** What can be done with an alert that is there. */
export function useAlertActs(alert: Alert) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const again = () => void queries.invalidateQueries({ queryKey: alertKeys.all });
  const complain = (error: unknown) => say(sentenceOf(error));
  return {
    pause: useMutation({
      mutationFn: () => alertsServer.pause(alert, !alert.paused),
      onSuccess: ({ paused }) => {
        say(paused ? "Paused" : "Goes on with the next refresh");
        again();
      },
      onError: complain,
    }),
    test: useMutation({
      mutationFn: () => alertsServer.test(alert),
      onSuccess: () => {
        say("A test is on its way");
        again();
      },
      onError: complain,
    }),
    remove: useMutation({
      mutationFn: () => alertsServer.remove(alert),
      onSuccess: () => {
        say("Deleted");
        again();
      },
    }),
    renew: useMutation({ mutationFn: () => alertsServer.renewSecret(alert) }),
  };
}
