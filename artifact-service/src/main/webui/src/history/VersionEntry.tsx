import { GitCompareArrows, RotateCcw } from "lucide-react";
import { Link } from "wouter";
import type { Version } from "../api/types.ts";
import { inWords, splitName } from "../host/names.ts";
import { Button } from "../ui/Button.tsx";
import { timeOf } from "./snapshotWords.ts";

function tools(names: readonly string[]): string {
  return names.map((name) => inWords(splitName(name).tool)).join(", ");
}

function ToolChange({ version: { added = [], removed = [], number } }: { version: Version }) {
  if (number === 1 || added.length + removed.length === 0) return null;
  const parts = [
    ...(added.length > 0 ? [`also asks for: ${tools(added)}`] : []),
    ...(removed.length > 0 ? [`no longer asks for: ${tools(removed)}`] : []),
  ];
  return <div className="tiny version-tools">{parts.join(" · ")}</div>;
}

interface Props {
  id: string;
  version: Version;
  /** True if the minute does not tell it from another entry. */
  exact: boolean;
  current: boolean;
  shown: boolean;
  /** Undefined for who may not change the page. */
  onRestore: (() => void) | undefined;
  onCompare: () => void;
}

/** One version on the time line: who made it, and why. */
export function VersionEntry({ id, version, exact, current, shown, onRestore, onCompare }: Props) {
  const { number, summary, author, createdAt } = version;
  return (
    <li className="version" aria-current={shown ? "true" : undefined}>
      <div className="grow">
        <div className="strong">{summary ?? `Version ${number}`}</div>
        <div className="muted tiny numbers">
          {[timeOf(Date.parse(createdAt), exact), `Version ${number}`, ...(author == null ? [] : [author.name])].join(" · ")}
        </div>
        <ToolChange version={version} />
      </div>
      {current ? (
        <span className="badge">Current</span>
      ) : (
        <div className="row wrap version-acts">
          <Link className="button" href={`/a/${id}?version=${number}`} aria-label={`Open version ${number}`}>
            Open
          </Link>
          <Button icon={<GitCompareArrows size={16} />} aria-label={`Compare version ${number} with the current one`} title="Compare with the current one" onClick={onCompare} />
          {onRestore !== undefined && <Button icon={<RotateCcw size={16} />} aria-label={`Restore version ${number}`} title="Make it the current one" onClick={onRestore} />}
        </div>
      )}
    </li>
  );
}
