import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { DatabaseSource } from "../sourceTypes.ts";
import type { Connector } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useToaster } from "../../ui/toaster.ts";
import { Queries } from "./Queries.tsx";
import { areComplete, draftOfQuery, newQuery, queryOf } from "./sqlDraft.ts";

function Editor({ connector, source, onClose }: { connector: Connector; source: DatabaseSource; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [mode, setMode] = useState(source.mode);
  const [drafts, setDrafts] = useState(() => (source.queries.length === 0 ? [newQuery(1)] : source.queries.map(draftOfQuery)));
  const save = useMutation({
    // Where any SELECT may be asked, queries that are not finished are left out.
    mutationFn: () => server.setQueries(connector.id, { mode, queries: mode === "named" || areComplete(drafts) ? drafts.map(queryOf) : source.queries }),
    onSuccess: () => {
      say("Pages may ask this from now on");
      void queries.invalidateQueries({ queryKey: keys.connector(connector.id) });
      onClose();
    },
  });
  return (
    <Dialog
      title={`Queries of ${connector.name}`}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={(mode === "named" && !areComplete(drafts)) || save.isPending} onClick={() => save.mutate()}>
            {save.isPending ? "Saving…" : "Save"}
          </Button>
        </>
      }
    >
      <Queries mode={mode} queries={drafts} onMode={setMode} onQueries={(changed) => setDrafts([...changed])} />
      {save.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(save.error)}
        </div>
      )}
    </Dialog>
  );
}

/** Which database it is, and what pages may ask of it. */
export function DatabaseCard({ connector }: { connector: Connector }) {
  const [editing, setEditing] = useState(false);
  const { data } = useQuery({ queryKey: keys.source(connector.id), queryFn: () => server.databaseSource(connector.id) });
  const count = data?.queries.length ?? 0;
  return (
    <section className="box padded stack snug" aria-label="Database">
      <h2>Database</h2>
      {data === undefined ? (
        <div className="skeleton used-wait" aria-busy />
      ) : (
        <>
          <p className="wrap-text">
            {data.database} at {data.host}:{data.port}, as {data.user}
          </p>
          <p className="muted">{data.mode === "select" ? "Pages may ask any SELECT." : count === 1 ? "Pages may ask one query." : `Pages may ask ${count} queries.`}</p>
          {data.mayWrite && <div className="notice old">This user could write. Pages still cannot: every query runs in a transaction that only reads. A user that may only read is safer.</div>}
          <div>
            <Button onClick={() => setEditing(true)}>Change the queries…</Button>
          </div>
          {editing && <Editor connector={connector} source={data} onClose={() => setEditing(false)} />}
        </>
      )}
    </section>
  );
}
