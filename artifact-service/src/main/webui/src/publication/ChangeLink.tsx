import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { publicationServer } from "./publicationServer.ts";
import { amended, termsOf } from "./terms.ts";
import { TermsFields } from "./TermsFields.tsx";
import type { Publication } from "./types.ts";

interface Props {
  artifactId: string;
  publication: Publication;
  onDone: () => void;
  onReplace: () => void;
}

/** Changes how a link may be used. What is in the copy stays: another content is another copy. */
export function ChangeLink({ artifactId, publication, onDone, onReplace }: Props) {
  const before = termsOf(publication);
  const [terms, setTerms] = useState(before);
  const save = useMutation({
    mutationFn: () => publicationServer.change(artifactId, publication.id, amended(before, terms)),
    onSuccess: onDone,
  });
  return (
    <form
      className="stack snug public-change"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TermsFields terms={terms} hasPassword={publication.password} onChange={setTerms} />
      {save.error !== null && <div className="notice failing">{sentenceOf(save.error)}</div>}
      <div className="row">
        <Button look="primary" type="submit" disabled={save.isPending}>
          Save
        </Button>
        <Button look="quiet" onClick={onReplace}>
          Lost the link? Make a new one
        </Button>
      </div>
    </form>
  );
}
