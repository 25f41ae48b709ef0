import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Check } from "../ui/Check.tsx";
import { Mark } from "../ui/Mark.tsx";

interface Props {
  /** Those that are left out. */
  without: ReadonlySet<string>;
  onChange: (without: ReadonlySet<string>) => void;
}

/** Which connectors Claude may look at for this page: their data goes to it. */
export function Sources({ without, onChange }: Props) {
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  const usable = (connectors.data ?? []).filter(({ state }) => state === "connected");
  const tick = (id: string, on: boolean) => {
    const next = new Set(without);
    if (on) next.delete(id);
    else next.add(id);
    onChange(next);
  };
  if (connectors.data === undefined) return <div className="skeleton source-skeleton" aria-hidden />;
  return (
    <fieldset className="stack snug sources-box">
      <legend className="strong">Claude may look at</legend>
      {usable.length === 0 && (
        <p className="muted">
          No connector is ready. <Link href="/connectors/new">Add one</Link>, or ask for a page without data, like a calculator.
        </p>
      )}
      <ul className="source-ticks">
        {usable.map(({ id, name }) => (
          <li key={id} className="row snug">
            <Check id={`source-${id}`} checked={!without.has(id)} onChange={(on) => tick(id, on)} />
            <label htmlFor={`source-${id}`} className="row snug">
              <Mark name={name} />
              {name}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
