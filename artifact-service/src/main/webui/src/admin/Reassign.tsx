import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { useToaster } from "../ui/toaster.ts";
import { adminServer } from "./adminServer.ts";
import type { Holding } from "./types.ts";

/** Gives an artifact to somebody else, whose owner has left. */
export function Reassign({ artifact, onClose }: { artifact: Holding; onClose: () => void }) {
  const { say } = useToaster();
  const queries = useQueryClient();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<string>();
  const asked = useDeferredValue(query.trim());
  const people = useQuery({ queryKey: ["admin", "heirs", asked], queryFn: async () => adminServer.people(asked) });
  const candidates = people.data?.items.filter(({ id }) => id !== artifact.owner.id).slice(0, 8) ?? [];
  const act = useMutation({
    mutationFn: async (personId: string) => adminServer.reassign(artifact.id, personId),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["admin", "artifacts"] });
      say(`“${artifact.title}” has a new owner`);
      onClose();
    },
  });
  return (
    <Dialog
      title={`New owner of “${artifact.title}”`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={chosen === undefined || act.isPending} onClick={() => chosen !== undefined && act.mutate(chosen)}>
            Reassign
          </Button>
        </>
      }
    >
      <p>
        {artifact.owner.name} loses access to it, their permissions to refresh it end, and its schedules pause until the new owner approves them. The new
        owner is told.
      </p>
      <Field label="Find a person">
        {(control) => <input {...control} className="input" type="search" value={query} onChange={(event) => setQuery(event.target.value)} />}
      </Field>
      <fieldset className="heirs">
        <legend className="visually-hidden">New owner</legend>
        {candidates.map(({ id, name, email }) => (
          <label key={id} className="heir">
            <input type="radio" name="heir" checked={chosen === id} onChange={() => setChosen(id)} />
            <span>
              {name} <span className="muted tiny">{email}</span>
            </span>
          </label>
        ))}
        {people.data !== undefined && candidates.length === 0 && <p className="muted">Nobody fits. They have to sign in here once before they can own something.</p>}
      </fieldset>
      {act.error !== null && <p className="complaint">{sentenceOf(act.error)}</p>}
    </Dialog>
  );
}
