import { Diff } from "lucide-react";
import { Link } from "wouter";
import { Button } from "../ui/Button.tsx";
import { State } from "../ui/State.tsx";
import { contentOf, outcomes, timeOf } from "./snapshotWords.ts";
import type { Snapshot } from "./types.ts";

interface Props {
  id: string;
  snapshot: Snapshot;
  /** True if the minute does not tell it from another one. */
  exact: boolean;
  /** True for the one that the page on screen shows. */
  shown: boolean;
  /** True if there is an older one to compare it with. */
  comparable: boolean;
  onCompare: () => void;
}

/** The data of one refresh on the time line: open the page with it, or see what it changed. */
export function SnapshotEntry({ id, snapshot, exact, shown, comparable, onCompare }: Props) {
  const time = timeOf(Date.parse(snapshot.takenAt), exact);
  const { look, word } = outcomes[snapshot.outcome];
  return (
    <li className="version" aria-current={shown ? "true" : undefined}>
      <div className="grow">
        <State look={look}>
          <span className="strong numbers">{time}</span> Data, {word}
        </State>
        <div className="muted tiny numbers">{contentOf(snapshot)}</div>
      </div>
      {shown ? (
        <span className="badge">On screen</span>
      ) : (
        <Link className="button" href={`/a/${id}?asOf=${snapshot.id}`} aria-label={`Open as of ${time}`}>
          Open
        </Link>
      )}
      {comparable && <Button icon={<Diff size={16} />} aria-label={`What changed at ${time}`} title="What changed" onClick={onCompare} />}
    </li>
  );
}
