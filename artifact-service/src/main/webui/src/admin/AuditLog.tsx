import { Download, ScrollText } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { State } from "../ui/State.tsx";
import { adminServer, auditExport } from "./adminServer.ts";
import { AuditFilters } from "./AuditFilters.tsx";
import { aboutWords, actionWords, outcomeWords, whenceWords, whoWords } from "./auditWords.ts";
import { PagedTable } from "./PagedTable.tsx";
import type { AuditEntry, AuditFilter } from "./types.ts";
import { usePaged } from "./usePaged.ts";

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "short", timeStyle: "medium" });
const everything = { action: "", outcome: "", from: "", to: "", artifact: "" };

function Ending({ entry }: { entry: AuditEntry }) {
  const { word, look } = outcomeWords(entry);
  return (
    <span title={entry.code}>
      <State look={look}>{word}</State>
    </span>
  );
}

/** Who did what, and from where. */
export function AuditLog({ query }: { query: string }) {
  const [choice, setChoice] = useState(everything);
  const filter: AuditFilter = { ...choice, person: query };
  const list = usePaged(["audit", filter], async (before) => adminServer.audit(filter, before));
  return (
    <div className="stack">
      <AuditFilters filter={filter} onFilter={setChoice} />
      <div className="row spread">
        <p className="muted">Search finds people. What a page showed or a tool answered is never in here.</p>
        <a className="button" href={auditExport(filter)} download>
          <Download size={16} aria-hidden />
          Export as JSON lines
        </a>
      </div>
      <PagedTable
        label="Audit log"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          { head: "When", cell: ({ at }) => <span className="when">{moment.format(Date.parse(at))}</span> },
          { head: "Who", cell: (entry) => <span className="strong">{whoWords(entry)}</span> },
          { head: "What", cell: actionWords },
          { head: "About", cell: (entry) => aboutWords(entry) || "–" },
          { head: "Ended", cell: (entry) => <Ending entry={entry} /> },
          { head: "From", cell: (entry) => <span className="muted">{whenceWords(entry)}</span> },
        ]}
        empty={
          <Empty icon={<ScrollText size={24} />} title="Nothing fits" action={<Button onClick={() => setChoice(everything)}>Clear the filters</Button>}>
            What people and their programs do is written down here from the first minute on.
          </Empty>
        }
      />
    </div>
  );
}
