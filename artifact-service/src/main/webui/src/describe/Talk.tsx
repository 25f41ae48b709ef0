import { CircleAlert, Eye, Hourglass, PenLine, Search, Sparkles, Wrench } from "lucide-react";
import type { Line, StepKind } from "./types.ts";

const icons: Record<StepKind, typeof Search> = { look: Search, probe: Eye, write: PenLine, verify: CircleAlert, mend: Wrench, wait: Hourglass };

function Entry({ line, busy }: { line: Line; busy: boolean }) {
  if (line.by === "person") return <p className="talk-person">{line.text}</p>;
  if (line.by === "claude") return <p className="talk-claude">{line.text}</p>;
  const Icon = Object.hasOwn(icons, line.kind) ? icons[line.kind] : Sparkles;
  return (
    <p className="talk-step">
      <Icon size={16} aria-hidden />
      <span>{line.text}</span>
      {busy && <span className="dot waiting pending" aria-hidden />}
    </p>
  );
}

/** What is being done, in words, the newest last. */
export function Talk({ lines, working }: { lines: readonly Line[]; working: boolean }) {
  return (
    <div className="talk" role="log" aria-label="What is being done" aria-busy={working} tabIndex={0}>
      {lines.map((line, index) => (
        // Lines are only added, or grow at the end.
        <Entry key={index} line={line} busy={working && index === lines.length - 1} />
      ))}
      {working && lines.every(({ by }) => by === "person") && <Entry line={{ by: "step", kind: "look", text: "Setting to work" }} busy />}
    </div>
  );
}
