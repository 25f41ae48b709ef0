import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { Connector } from "../types.ts";
import { upload } from "../../api/upload.ts";
import { keys } from "../../app/keys.ts";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { useToaster } from "../../ui/toaster.ts";
import { complaintAboutFile } from "../add/addWords.ts";

/** The file of a spreadsheet, and a newer one for it; pages show that from the next look on. */
export function SpreadsheetCard({ connector }: { connector: Connector }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [share, setShare] = useState(0);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const kept = useQuery({ queryKey: keys.source(connector.id), queryFn: () => server.spreadsheetFile(connector.id) });
  const replace = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set("file", file);
      running.current = new AbortController();
      setShare(0);
      return upload<unknown>(`/api/connectors/${encodeURIComponent(connector.id)}/file`, { method: "PUT", form, onProgress: setShare, signal: running.current.signal });
    },
    onSuccess: (_, file) => {
      say(`${file.name} is what pages show now`);
      return queries.invalidateQueries({ queryKey: keys.connector(connector.id) });
    },
  });
  const [refused, setRefused] = useState<string>();
  const take = (file: File) => {
    const complaint = complaintAboutFile(file.name);
    setRefused(complaint);
    if (complaint === undefined) replace.mutate(file);
  };
  const address = kept.data?.address;
  const trouble = refused ?? (replace.error === null ? undefined : sentenceOf(replace.error));
  return (
    <section className="box padded stack snug" aria-label="File">
      <h2>File</h2>
      {address == null ? (
        <>
          <p className="muted wrap-text">{kept.data === undefined ? "" : `${kept.data.fileName}. `}A newer file replaces it for every page.</p>
          <FileDrop what="a newer file" accept=".csv,.tsv,.xlsx" file={undefined} disabled={replace.isPending} onFile={take} />
          {replace.isPending && <Progress share={share} label="Upload" />}
          {trouble !== undefined && (
            <div className="notice failing" role="alert">
              {trouble}
            </div>
          )}
        </>
      ) : (
        <p className="wrap-text">Read from {address}</p>
      )}
    </section>
  );
}
