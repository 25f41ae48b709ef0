import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { inWords } from "../host/names.ts";
import { agoOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { useNow } from "../ui/useNow.ts";
import { useToaster } from "../ui/toaster.ts";

/** What this person always allows in this page, each to be taken back. */
export function Always({ id, empty = null }: { id: string; empty?: ReactNode }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const now = useNow(30_000);
  const { data = [] } = useQuery({ queryKey: keys.confirmations(id), queryFn: () => server.confirmations(id), staleTime: 0 });
  const revoke = useMutation({
    mutationFn: (name: string) => server.unconfirm(id, name),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.confirmations(id) }),
    onError: (error) => say(sentenceOf(error)),
  });
  if (data.length === 0) return empty;
  return (
    <section className="stack snug">
      <h3>What you always allow</h3>
      <ul className="box lines">
        {data.map(({ name, tool, since }) => (
          <li key={name} className="tool-line">
            <span className="grow">
              <span className="strong">{inWords(tool)}</span>
              <span className="muted tiny"> since {agoOf(Date.parse(since), now)}</span>
            </span>
            <Button disabled={revoke.isPending} aria-label={`Ask again before ${inWords(tool)}`} onClick={() => revoke.mutate(name)}>
              Ask again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
