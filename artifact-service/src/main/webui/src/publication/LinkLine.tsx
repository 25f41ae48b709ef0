import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LockKeyhole } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { State } from "../ui/State.tsx";
import { ChangeLink } from "./ChangeLink.tsx";
import { publicationKeys, publicationServer } from "./publicationServer.ts";
import { count, dateInWords, dayInWords } from "./publicationWords.ts";
import type { Publication, PublicLink } from "./types.ts";

type Doing = "nothing" | "changing" | "replacing" | "revoking";

function factsOf({ views, expiresAt, over, origins, review }: Publication): string {
  const dropped = review.reduce((sum, call) => sum + call.dropped, 0);
  const end = expiresAt == null ? "no end" : `${over ? "ended" : "ends"} ${dayInWords(expiresAt)}`;
  return [
    views === 0 ? "not opened yet" : `opened ${count(views, "time", "times")}`,
    end,
    dropped === 0 ? "" : `without ${count(dropped, "field", "fields")}`,
    origins.length === 0 ? "" : `shown in ${origins.map((origin) => origin.replace(/^https?:\/\//, "")).join(", ")}`,
  ].filter((part) => part !== "").join(" · ");
}

interface Props {
  artifactId: string;
  publication: Publication;
  onLink: (link: PublicLink, origins: readonly string[]) => void;
}

/** One frozen copy: what it is, and what can be done with it. */
export function LinkLine({ artifactId, publication, onLink }: Props) {
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing>("nothing");
  const { id, title, takenAt, over, password, origins } = publication;
  const changed = () => queries.invalidateQueries({ queryKey: publicationKeys.list(artifactId) });
  const revoke = useMutation({ mutationFn: () => publicationServer.revoke(artifactId, id), onSuccess: changed });
  const replace = useMutation({ mutationFn: () => publicationServer.newLink(artifactId, id), onSuccess: (link) => onLink(link, origins) });
  const error = revoke.error ?? replace.error;
  return (
    <li className="public-link">
      <div className="row">
        <div className="grow">
          <div className="cut strong">
            {title}
            {password && <LockKeyhole size={14} className="public-lock" aria-label="with a password" />}
          </div>
          <div className="muted tiny">
            {over && <State look="old">Ended</State>} Data from {dateInWords(takenAt)} · {factsOf(publication)}
          </div>
        </div>
        <Button look="quiet" aria-expanded={doing === "changing"} onClick={() => setDoing(doing === "changing" ? "nothing" : "changing")}>
          Change
        </Button>
        <Button look="danger" onClick={() => setDoing("revoking")}>
          Take back
        </Button>
      </div>
      {doing === "changing" && (
        <ChangeLink
          artifactId={artifactId}
          publication={publication}
          onDone={() => {
            setDoing("nothing");
            void changed();
          }}
          onReplace={() => setDoing("replacing")}
        />
      )}
      {doing === "revoking" && (
        <div className="notice failing" role="alert">
          <span className="grow">The link stops working at once, and the copy is deleted. This cannot be undone.</span>
          <Button onClick={() => setDoing("nothing")}>Keep it</Button>
          <Button look="danger" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
            Take it back
          </Button>
        </div>
      )}
      {doing === "replacing" && (
        <div className="notice old" role="alert">
          <span className="grow">You get a new link to the same copy. The link that you sent before stops working at once.</span>
          <Button onClick={() => setDoing("nothing")}>Keep the old one</Button>
          <Button look="primary" disabled={replace.isPending} onClick={() => replace.mutate()}>
            Make a new link
          </Button>
        </div>
      )}
      {error !== null && <div className="notice failing">{sentenceOf(error)}</div>}
    </li>
  );
}
