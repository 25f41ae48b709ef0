import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { lazy, Suspense } from "react";
import { Link } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { momentOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { Fold } from "../ui/Fold.tsx";
import { State } from "../ui/State.tsx";
import { useToaster } from "../ui/toaster.ts";
import { refreshServer } from "./refreshServer.ts";
import { RunCalls } from "./RunCalls.tsx";
import { callsInWords, canRetry, isOver, reasonOf, runInWords, runStates, tookInWords, triggers } from "./runWords.ts";
import type { Run } from "./types.ts";

const RunSnapshot = lazy(async () => ({ default: (await import("../history/RunSnapshot.tsx")).RunSnapshot }));

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function useRetry(run: Run) {
  const queries = useQueryClient();
  const { say } = useToaster();
  return useMutation({
    mutationFn: () => refreshServer.retryRun(run.id),
    onSuccess: async () => {
      say("What failed is being fetched again");
      await Promise.all([keys.schedules, keys.runs].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (error) => say(sentenceOf(error)),
  });
}

/** One run: when, how it went call by call, what was kept of it, and the way to fetch what failed. */
export function RunLine({ run, now, title }: { run: Run; now: number; title?: string | undefined }) {
  const retry = useRetry(run);
  const facts = [...(run.trigger === "schedule" ? [] : [triggers[run.trigger]]), ...[tookInWords(run)].filter((took) => took !== undefined)];
  return (
    <li className="run">
      <div className="row spread run-head">
        <State look={runStates[run.state].look} pending={!isOver(run)}>
          <span className="wrap-text">
            {title !== undefined && (
              <>
                <Link href={`/a/${run.artifactId}`} className="plain-link strong">
                  {title}
                </Link>
                {", "}
              </>
            )}
            {title === undefined ? capital(momentOf(Date.parse(run.dueAt), now)) : momentOf(Date.parse(run.dueAt), now)}: <span className="numbers">{runInWords(run)}</span>
            {facts.length > 0 && <span className="muted tiny"> · {facts.join(" · ")}</span>}
          </span>
        </State>
        {canRetry(run) && (
          <Button look="link" icon={<RotateCcw size={14} />} disabled={retry.isPending} onClick={() => retry.mutate()}>
            Fetch what failed
          </Button>
        )}
      </div>
      {reasonOf(run) !== undefined && <p className="complaint tiny">{reasonOf(run)}</p>}
      {run.calls.length > 0 && (
        <Fold label={<span className="tiny">{callsInWords(run)}</span>} open={run.state !== "finished"}>
          <RunCalls run={run} />
        </Fold>
      )}
      <Suspense fallback={<div className="run-kept" />}>{(run.state === "finished" || run.state === "partly") && <RunSnapshot run={run} now={now} />}</Suspense>
    </li>
  );
}
