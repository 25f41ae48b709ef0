import { useMutation } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { DataChoice, now } from "./DataChoice.tsx";
import { publicationServer } from "./publicationServer.ts";
import { ReviewDraft } from "./ReviewDraft.tsx";
import type { PublicLink } from "./types.ts";

interface Props {
  artifactId: string;
  onMade: (link: PublicLink, origins: readonly string[]) => void;
  onBack: () => void;
}

/** Makes a public link: which data, then field by field what of it. */
export function MakeLink({ artifactId, onMade, onBack }: Props) {
  const [source, setSource] = useState(now);
  const draft = useMutation({
    mutationFn: () =>
      publicationServer.draft(artifactId, {
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(source === now ? {} : { snapshotId: source }),
      }),
  });
  return (
    <div className="stack">
      <div className="row">
        <Button look="quiet" icon={<ArrowLeft size={16} />} onClick={onBack}>
          Public links
        </Button>
      </div>
      {draft.data === undefined ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            draft.mutate();
          }}
        >
          <h3>1. Which data?</h3>
          <DataChoice artifactId={artifactId} value={source} disabled={draft.isPending} onChange={setSource} />
          {draft.error !== null && <div className="notice failing">{sentenceOf(draft.error)}</div>}
          <div className="row">
            <Button look="primary" type="submit" disabled={draft.isPending}>
              {draft.isPending ? "Gathering the data…" : "Look through it"}
            </Button>
          </div>
        </form>
      ) : (
        <ReviewDraft key={draft.data.id} artifactId={artifactId} draft={draft.data} onMade={onMade} />
      )}
    </div>
  );
}
