import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";

const most = 8;

/** The artifacts that ask this connector, as far as the person may see them. */
export function UsedBy({ connectorId }: { connectorId: string }) {
  const { data, error, isPending } = useQuery({ queryKey: keys.using(connectorId), queryFn: () => server.artifactsUsing(connectorId) });
  return (
    <section className="box padded stack snug" aria-label="Used by">
      <h2>Used by</h2>
      {isPending && <div className="skeleton used-wait" aria-busy />}
      {error !== null && data === undefined && <p className="muted">The list of artifacts cannot be shown right now.</p>}
      {data?.length === 0 && <p className="muted">No artifact that you can see uses it yet.</p>}
      {data !== undefined && data.length > 0 && (
        <ul>
          {data.slice(0, most).map(({ id, title, owner }) => (
            <li key={id}>
              <Link href={`/a/${id}`} className="used-link">
                <span className="cut">{title}</span>
                <span className="muted tiny">{owner.name}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && data.length > most && <p className="muted tiny">and {data.length - most} more</p>}
    </section>
  );
}
