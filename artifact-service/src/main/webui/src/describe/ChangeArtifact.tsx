import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useSearchParams } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Artifact, Me } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { driftInWords } from "../artifact/bannerWords.ts";
import { makePreview } from "../artifact/makeHost.ts";
import { useDrift } from "../artifact/useDrift.ts";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { BeforeAfter } from "./BeforeAfter.tsx";
import { ChangeForm } from "./ChangeForm.tsx";
import { CurrentPage } from "./CurrentPage.tsx";
import { SaveChange } from "./SaveChange.tsx";
import type { Saved } from "./types.ts";
import { usePointing } from "./usePointing.ts";
import { Workshop } from "./Workshop.tsx";

interface SavedProps {
  artifact: Artifact;
  saved: Saved;
  summary: string;
  before: number;
  onUndone: () => void;
}

function SavedNotice({ artifact, saved, summary, before, onUndone }: SavedProps) {
  const undo = useMutation({ mutationFn: () => server.restoreVersion(artifact.id, before), onSuccess: onUndone });
  return (
    <div className="notice stack snug" role="status">
      <span>
        Saved as version {saved.version}. {summary}
      </span>
      {undo.error !== null && <span>{sentenceOf(undo.error)}</span>}
      <div className="row">
        <ButtonLink href={`/a/${artifact.id}`}>Open it</ButtonLink>
        <Button disabled={undo.isPending} onClick={() => undo.mutate()}>
          Undo
        </Button>
      </div>
    </div>
  );
}

function Idle({ me, artifact, words, head, onBegun }: { me: Me; artifact: Artifact; words: string; head: ReactNode; onBegun: (id: string, words: string) => void }) {
  const [params] = useSearchParams();
  const wantsDrift = params.has("drift");
  const [host] = useState(() => makePreview(artifact.id, me, artifact.version));
  const pointing = usePointing(host);
  const drift = useDrift(artifact.id, wantsDrift ? 0 : undefined);
  const [first] = drift;
  const drifted = wantsDrift && first !== undefined ? `The data of ${first.connector} has changed since this page was made: ${driftInWords(first)}` : undefined;
  return (
    <div className="workshop">
      <div className="stack workshop-side">
        {head}
        <ChangeForm key={drifted} artifactId={artifact.id} drift={drifted} pointing={pointing} firstWords={words} onBegun={onBegun} />
      </div>
      <div className="workshop-page">
        <CurrentPage host={host} label={`${artifact.title}, version ${artifact.version}`} pointing={pointing.on} />
      </div>
    </div>
  );
}

/** An artifact and what is to be different about it: say it, compare, take it or leave it; and on to the next. */
export function ChangeArtifact({ me, artifact }: { me: Me; artifact: Artifact }) {
  const [params, setParams] = useSearchParams();
  const queries = useQueryClient();
  const [words, setWords] = useState("");
  const [saved, setSaved] = useState<{ saved: Saved; summary: string; before: number }>();
  const id = params.get("describe");
  const follow = (next: string | null) => setParams(next === null ? {} : { describe: next });
  const refresh = () => void queries.invalidateQueries({ queryKey: keys.artifact(artifact.id) });

  const begun = (next: string, said: string) => {
    setWords(said);
    setSaved(undefined);
    follow(next);
  };
  const keep = (next: Saved, summary: string) => {
    setSaved({ saved: next, summary, before: artifact.version });
    setWords("");
    follow(null);
    refresh();
  };
  const head = saved === undefined ? null : (
    <SavedNotice
      artifact={artifact}
      {...saved}
      onUndone={() => {
        setSaved(undefined);
        refresh();
      }}
    />
  );

  return (
    <Shell title={`Change ${artifact.title}`}>
      <div className="stack">
        <div className="row">
          <ButtonLink look="quiet" href={`/a/${artifact.id}`} label={`Back to ${artifact.title}`} icon={<ChevronLeft size={20} />} />
          <h1 className="cut">Change “{artifact.title}”</h1>
        </div>
        {id === null ? (
          <Idle key={artifact.version} me={me} artifact={artifact} words={words} head={head} onBegun={begun} />
        ) : (
          <Workshop
            key={id}
            id={id}
            me={me}
            onAgain={() => follow(null)}
            around={(page, ready) => <BeforeAfter me={me} artifact={artifact} after={page} ready={ready} />}
            ending={(story) =>
              story.ending?.kind === "done" ? (
                <SaveChange id={id} story={story} done={story.ending} owner={artifact.role === "owner"} onSaved={keep} onDiscard={() => follow(null)} />
              ) : null
            }
          />
        )}
      </div>
    </Shell>
  );
}
