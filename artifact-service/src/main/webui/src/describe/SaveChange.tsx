import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Problem, sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { Notes } from "./Notes.tsx";
import { requests } from "./requests.ts";
import { saveAndGrant } from "./saving.ts";
import type { Ending, Story } from "./story.ts";
import { firstTicks, ToolChecklist } from "./ToolChecklist.tsx";
import type { Saved } from "./types.ts";

interface Props {
  id: string;
  story: Story;
  done: Extract<Ending, { kind: "done" }>;
  owner: boolean;
  onSaved: (saved: Saved, summary: string) => void;
  onDiscard: () => void;
}

/** A change is done: look at it beside what was there, and take it or leave it. */
export function SaveChange({ id, story, done, owner, onSaved, onDiscard }: Props) {
  const [ticked, setTicked] = useState(() => firstTicks(story.tools));
  const fresh = story.tools.filter((tool) => !tool.granted);
  const save = useMutation({
    mutationFn: (overwrite: boolean) => saveAndGrant(id, { overwrite }, owner ? story.tools : [], ticked),
    onSuccess: (saved) => onSaved(saved, done.summary),
  });
  const discard = useMutation({ mutationFn: () => requests.cancel(id), onSettled: onDiscard });
  const movedOn = save.error instanceof Problem && save.error.slug === "version-moved-on";
  return (
    <div className="stack done-box">
      <p>{done.summary}</p>
      <Notes notes={done.notes} />
      {fresh.length > 0 && <ToolChecklist tools={fresh} ticked={ticked} owner={owner} onChange={setTicked} />}
      {save.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(save.error)}
        </div>
      )}
      <div className="row">
        <Button look="primary" disabled={save.isPending} onClick={() => save.mutate(movedOn)}>
          {save.isPending ? "Saving…" : movedOn ? "Save it anyway" : "Save as a new version"}
        </Button>
        <Button look="quiet" disabled={save.isPending || discard.isPending} onClick={() => discard.mutate()}>
          Leave it as it was
        </Button>
      </div>
    </div>
  );
}
