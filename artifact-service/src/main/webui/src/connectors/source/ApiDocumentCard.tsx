import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { Connector } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { agoOf } from "../../host/ages.ts";
import { Button } from "../../ui/Button.tsx";
import { useToaster } from "../../ui/toaster.ts";

/** The OpenAPI document that the tools are made of, and a newer one. */
export function ApiDocumentCard({ connector, now }: { connector: Connector; now: number }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const { data } = useQuery({ queryKey: keys.source(connector.id), queryFn: () => server.apiDocument(connector.id) });
  const fetchAgain = useMutation({
    mutationFn: () => server.fetchApiDocument(connector.id),
    onSuccess: ({ operations }) => {
      say(`The document describes ${operations} operations`);
      return queries.invalidateQueries({ queryKey: keys.connector(connector.id) });
    },
    onError: (error) => say(sentenceOf(error)),
  });
  return (
    <section className="box padded stack snug" aria-label="Document">
      <h2>Document</h2>
      {data === undefined ? (
        <div className="skeleton used-wait" aria-busy />
      ) : (
        <>
          <p className="wrap-text">{data.title}</p>
          <p className="muted tiny wrap-text">
            {data.documentUrl}
            <br />
            Requests go to {data.baseUrl}
            <br />
            Fetched {agoOf(Date.parse(data.fetchedAt), now)}
          </p>
          <div>
            <Button icon={<RotateCw size={16} className={fetchAgain.isPending ? "spin" : undefined} />} disabled={fetchAgain.isPending} onClick={() => fetchAgain.mutate()}>
              Fetch it again
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
