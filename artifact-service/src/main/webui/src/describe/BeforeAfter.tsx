import { useState, type ReactNode } from "react";
import type { Artifact, Me } from "../api/types.ts";
import { makePreview } from "../artifact/makeHost.ts";
import { Segments } from "../ui/Segments.tsx";
import { CurrentPage } from "./CurrentPage.tsx";

type View = "after" | "before" | "both";

const options = [
  { value: "after", word: "After" },
  { value: "before", word: "Before" },
  { value: "both", word: "Side by side" },
] as const;

interface Props {
  me: Me;
  artifact: Artifact;
  /** The page as it is to be. */
  after: ReactNode;
  /** False while there is nothing of it yet. */
  ready: boolean;
}

/** The page as it was and as it is to be. Both stay loaded, so that one can look from one to the other. */
export function BeforeAfter({ me, artifact, after, ready }: Props) {
  const [chosen, setChosen] = useState<View>("after");
  const [host] = useState(() => makePreview(artifact.id, me, artifact.version));
  const view = ready ? chosen : "before";
  return (
    <div className="stack snug before-after">
      <Segments label="What to look at" options={options} value={view} disabled={!ready} onChange={setChosen} />
      <div className={`compared ${view}`}>
        <div className="compared-page was">
          <h2 className="tiny muted">Before</h2>
          <CurrentPage host={host} label={`${artifact.title}, version ${artifact.version}`} pointing={false} />
        </div>
        <div className="compared-page is">
          <h2 className="tiny muted">After</h2>
          {after}
        </div>
      </div>
    </div>
  );
}
