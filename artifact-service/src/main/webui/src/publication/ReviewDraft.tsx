import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, Eye } from "lucide-react";
import { useRef, useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { saveAs } from "../host/files.ts";
import { Button } from "../ui/Button.tsx";
import { CallFields } from "./CallFields.tsx";
import { everything, keptOf, tallyOf, withCall, withField } from "./choice.ts";
import { CopyPreview } from "./CopyPreview.tsx";
import { publicationKeys, publicationServer } from "./publicationServer.ts";
import { count, dateInWords } from "./publicationWords.ts";
import { noTerms, sitesOf, wished } from "./terms.ts";
import { TermsFields } from "./TermsFields.tsx";
import type { Draft, PublicLink } from "./types.ts";

interface Props {
  artifactId: string;
  draft: Draft;
  onMade: (link: PublicLink, origins: readonly string[]) => void;
}

/** What others will see, field by field; how the page looks with it; and how the link may be used. */
export function ReviewDraft({ artifactId, draft, onMade }: Props) {
  const queries = useQueryClient();
  const [choice, setChoice] = useState(() => everything(draft));
  const [terms, setTerms] = useState(noTerms);
  const [preview, setPreview] = useState(false);
  const tally = tallyOf(draft, choice);
  const publish = useMutation({
    mutationFn: () => publicationServer.publish(artifactId, { draftId: draft.id, keep: keptOf(choice), ...wished(terms) }),
    onSuccess: (link) => {
      void queries.invalidateQueries({ queryKey: publicationKeys.list(artifactId) });
      onMade(link, sitesOf(terms));
    },
  });
  const publishing = useRef(false);
  /** A double click comes before the button is off; it would make two links. */
  const publishOnce = () => {
    if (publishing.current) return;
    publishing.current = true;
    publish.mutate(undefined, { onSettled: () => (publishing.current = false) });
  };
  const file = useMutation({
    mutationFn: () => publicationServer.file(artifactId, draft.id, keptOf(choice)),
    onSuccess: ({ name, html }) => saveAs(name, new Blob([html], { type: "text/html" })),
  });
  const error = publish.error ?? file.error;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        publishOnce();
      }}
    >
      <section className="stack snug" aria-labelledby="review">
        <h3 id="review">2. What may others see?</h3>
        <p className="muted tiny">
          Data from {dateInWords(draft.takenAt)}. What you take out is not in the copy at all, not even hidden. What is written in the page
          itself stays: look at it below.
        </p>
        {draft.calls.map((call) => (
          <CallFields
            key={call.position}
            call={call}
            kept={choice.get(call.position) ?? new Set()}
            onField={(path, kept) => setChoice(withField(choice, call.position, path, kept))}
            onAll={(kept) => setChoice(withCall(choice, call, kept))}
          />
        ))}
        <div className="row spread wrap">
          <p className="tiny muted" role="status">
            {count(tally.kept, "field stays", "fields stay")}, {count(tally.dropped, "is", "are")} taken out
          </p>
          <Button icon={<Eye size={16} />} aria-expanded={preview} onClick={() => setPreview(!preview)}>
            {preview ? "Hide the page" : "See the page as others will"}
          </Button>
        </div>
        {preview && <CopyPreview artifactId={artifactId} draft={draft} choice={choice} />}
      </section>
      <section className="stack snug" aria-labelledby="terms">
        <h3 id="terms">3. How may it be used?</h3>
        <TermsFields terms={terms} hasPassword={false} onChange={setTerms} />
      </section>
      {error !== null && <div className="notice failing">{sentenceOf(error)}</div>}
      <div className="row public-acts">
        <Button look="primary" type="submit" disabled={publish.isPending}>
          {publish.isPending ? "Publishing…" : "Publish this copy"}
        </Button>
        <Button icon={<Download size={16} />} disabled={file.isPending} onClick={() => file.mutate()}>
          Save it as one file instead
        </Button>
      </div>
    </form>
  );
}
