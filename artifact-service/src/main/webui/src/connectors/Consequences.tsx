import { useQuery } from "@tanstack/react-query";
import { server } from "../api/server.ts";
import type { Connector } from "./types.ts";
import { keys } from "../app/keys.ts";
import { usedIn } from "./connectorWords.ts";

/** Which pages lose a source, by name. */
export function Consequences({ connector }: { connector: Connector }) {
  const { data, isPending } = useQuery({ queryKey: keys.using(connector.id), queryFn: () => server.artifactsUsing(connector.id) });
  if (isPending) return <div className="skeleton consequences" aria-busy />;
  const titles = (data ?? []).map(({ title }) => title);
  return (
    <div className="notice old consequences">
      {titles.length === 0
        ? "No artifact that you can see uses it. Those of colleagues may."
        : `${usedIn(titles)} ${titles.length === 1 ? "gets" : "get"} no new data from it: on opening, and on schedule.`}
    </div>
  );
}
