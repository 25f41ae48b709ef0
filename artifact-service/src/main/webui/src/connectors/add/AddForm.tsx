import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { sentenceOf } from "../../api/problem.ts";
import type { Connector } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";

interface Props {
  ready: boolean;
  act?: string;
  /** Where adding leads: to the sign-in and the choice of tools, or to the connector. */
  next: "finish" | "connector";
  save: () => Promise<Connector>;
  /** Shown beside the buttons while it is being saved. */
  progress?: ReactNode;
  children: ReactNode;
}

/** The form of a new connector, whatever its kind: its fields, its buttons, what went wrong. */
export function AddForm({ ready, act = "Add", next, save, progress, children }: Props) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const add = useMutation({
    mutationFn: save,
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: keys.connectors });
      go(next === "finish" ? `/connectors/new?finish=${encodeURIComponent(id)}` : `/connectors/${encodeURIComponent(id)}`, { replace: true });
    },
  });
  return (
    <form
      className="stack add-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !add.isPending) add.mutate();
      }}
    >
      {children}
      {add.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(add.error)}
        </div>
      )}
      <div className="row wrap">
        <Button look="primary" type="submit" disabled={!ready || add.isPending}>
          {add.isPending ? "Adding…" : act}
        </Button>
        <ButtonLink href="/connectors">Cancel</ButtonLink>
        {add.isPending && progress}
      </div>
    </form>
  );
}
