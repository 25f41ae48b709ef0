import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notes } from "./Notes.tsx";
import { requests } from "./requests.ts";
import { saveAndGrant } from "./saving.ts";
import { firstTicks, ToolChecklist } from "./ToolChecklist.tsx";
import type { Ending, Story } from "./story.ts";

interface Props {
  id: string;
  story: Story;
  done: Extract<Ending, { kind: "done" }>;
  onDiscard: () => void;
}

/** A new page is done: its name, the tools that it may use, and off it goes. */
export function SaveNew({ id, story, done, onDiscard }: Props) {
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [title, setTitle] = useState(done.title);
  const [ticked, setTicked] = useState(() => firstTicks(story.tools));
  const save = useMutation({
    mutationFn: () => saveAndGrant(id, { title: title.trim() }, story.tools, ticked),
    onSuccess: ({ artifactId }) => {
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      go(`/a/${artifactId}`);
    },
  });
  const discard = useMutation({ mutationFn: () => requests.cancel(id), onSettled: onDiscard });
  return (
    <form
      className="stack done-box"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p>{done.summary}</p>
      <Notes notes={done.notes} />
      <Field label="Title">{(control) => <input {...control} className="input" maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />}</Field>
      <ToolChecklist tools={story.tools} ticked={ticked} owner onChange={setTicked} />
      {save.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(save.error)}
        </div>
      )}
      <div className="row">
        <Button look="primary" type="submit" disabled={save.isPending}>
          {save.isPending ? "Saving…" : "Save and open"}
        </Button>
        <Button look="quiet" disabled={save.isPending || discard.isPending} onClick={() => discard.mutate()}>
          Throw it away
        </Button>
      </div>
    </form>
  );
}
