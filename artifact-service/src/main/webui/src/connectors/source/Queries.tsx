import { Plus } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { QueryEditor } from "./QueryEditor.tsx";
import { newQuery, type QueryDraft } from "./sqlDraft.ts";

const modes = [
  { value: "named", word: "Named queries" },
  { value: "select", word: "Any SELECT" },
] as const;

const meanings = {
  named: "Pages can ask these questions and no others.",
  select: "Pages can read everything that this database user can read. Give it a user that sees only what they may show.",
} as const;

export type Mode = keyof typeof meanings;

interface Props {
  mode: Mode;
  queries: readonly QueryDraft[];
  onMode: (mode: Mode) => void;
  onQueries: (queries: readonly QueryDraft[]) => void;
}

/** What pages may ask of a database. */
export function Queries({ mode, queries, onMode, onQueries }: Props) {
  const othersOf = (query: QueryDraft) => queries.filter((other) => other !== query);
  const next = Math.max(0, ...queries.map(({ key }) => key)) + 1;
  const least = mode === "named" ? 1 : 0;
  return (
    <>
      <div className="stack snug">
        <span className="strong">What pages may ask</span>
        <Segments label="What pages may ask" options={modes} value={mode} onChange={onMode} />
        <p className="muted tiny">{meanings[mode]}</p>
      </div>
      {mode === "named" && (
        <div className="stack">
          {queries.map((query, index) => (
            <QueryEditor
              key={query.key}
              number={index + 1}
              draft={query}
              others={othersOf(query)}
              onChange={(changed) => onQueries(queries.map((other) => (other.key === changed.key ? changed : other)))}
              onRemove={queries.length <= least ? undefined : () => onQueries(othersOf(query))}
            />
          ))}
          <div>
            <Button icon={<Plus size={16} />} onClick={() => onQueries([...queries, newQuery(next)])}>
              Add a query
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
