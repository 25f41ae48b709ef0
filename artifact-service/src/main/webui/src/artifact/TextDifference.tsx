import { useQuery } from "@tanstack/react-query";
import { server } from "../api/server.ts";
import type { DiffLine } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { Trouble } from "../ui/Trouble.tsx";

const marks: Record<DiffLine["kind"], string> = { same: " ", added: "+", removed: "−", skipped: "⋯" };
const words: Record<DiffLine["kind"], string> = { same: "", added: "Added: ", removed: "Removed: ", skipped: "" };
const most = 5_000;

function textOf({ kind, text, count }: DiffLine): string {
  return kind === "skipped" ? `${count ?? 0} lines are the same` : text;
}

/** What is written differently in two versions, line by line. */
export function TextDifference({ id, from, to }: { id: string; from: number; to: number }) {
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.difference(id, from, to), queryFn: () => server.difference(id, from, to) });
  if (isPending) return <div className="skeleton panel-wait" aria-busy />;
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />;
  if (data.every(({ kind }) => kind === "same" || kind === "skipped")) return <div className="notice">Both are written the same.</div>;
  return (
    <div className="difference" tabIndex={0} role="region" aria-label="What is written differently">
      {data.slice(0, most).map((line, index) => (
        <div key={index} className={`difference-line ${line.kind}`}>
          <span aria-hidden className="difference-mark">
            {marks[line.kind]}
          </span>
          <span className="visually-hidden">{words[line.kind]}</span>
          <span>{textOf(line)}</span>
        </div>
      ))}
      {data.length > most && <p className="muted tiny">The difference goes on: download both versions to see all of it.</p>}
    </div>
  );
}
