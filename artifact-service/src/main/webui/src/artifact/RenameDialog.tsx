import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Artifact } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";

export function RenameDialog({ artifact, onClose }: { artifact: Artifact; onClose: () => void }) {
  const queries = useQueryClient();
  const [title, setTitle] = useState(artifact.title);
  const [description, setDescription] = useState(artifact.description ?? "");
  const rename = useMutation({
    mutationFn: () => server.renameArtifact(artifact.id, { title: title.trim(), description: description.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.artifact(artifact.id) });
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      onClose();
    },
  });
  return (
    <Dialog
      title="Rename"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="rename" disabled={title.trim() === "" || rename.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form
        id="rename"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        <Field label="Title" complaint={rename.error === null ? undefined : sentenceOf(rename.error)}>
          {(control) => <input {...control} className="input" value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field label="What it shows">
          {(control) => (
            <textarea {...control} className="input" value={description} maxLength={2000} onChange={(event) => setDescription(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
