import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";

interface Props {
  id: string;
  html: string;
  summary: string;
  disabled: boolean;
}

/** Saves a page as a new version and opens it. */
export function SaveVersion({ id, html, summary, disabled }: Props) {
  const [, go] = useLocation();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => server.addVersion(id, { html, summary }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.artifact(id) });
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      go(`/a/${id}`);
    },
  });
  return (
    <div className="stack snug">
      {save.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(save.error)}
        </div>
      )}
      <div>
        <Button look="primary" disabled={disabled || save.isPending} onClick={() => save.mutate()}>
          {save.isPending ? "Saving…" : "Save as a new version"}
        </Button>
      </div>
    </div>
  );
}
