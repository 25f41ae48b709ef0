import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowRight, Database, FileSpreadsheet, Globe, Plug, SearchX } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Link, useLocation } from "wouter";
import { server } from "../../api/server.ts";
import type { Preset } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Field } from "../../ui/Field.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { signIns } from "../connectorWords.ts";
import { addressIn } from "./useCheck.ts";

const doors = [
  { kind: "spreadsheet", icon: <FileSpreadsheet size={20} />, title: "Spreadsheet", text: "A CSV or Excel file, or a link to a CSV." },
  { kind: "openapi", icon: <Globe size={20} />, title: "Web API", text: "Any service with an OpenAPI description." },
  { kind: "sql", icon: <Database size={20} />, title: "Database", text: "PostgreSQL, read only, by named queries." },
] as const;

const hrefOf = ({ endpoint, name, signIn }: Preset) => `/connectors/new?${new URLSearchParams({ at: endpoint, name, signIn }).toString()}`;

function PresetLine({ preset }: { preset: Preset }) {
  return (
    <li className="connector-line">
      <Mark name={preset.name} large />
      <div className="grow">
        <h3 className="cut">
          <Link href={hrefOf(preset)} className="card-link">
            {preset.name}
          </Link>
        </h3>
        <p className="muted tiny wrap-text">{preset.purpose}</p>
      </div>
      <div className="preset-way">
        <div className="muted tiny">{signIns[preset.signIn]}</div>
        {preset.documentation != null && (
          <a className="preset-docs tiny" href={preset.documentation} target="_blank" rel="noreferrer">
            About it
          </a>
        )}
      </div>
    </li>
  );
}

function Presets({ query }: { query: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.catalogue(query),
    queryFn: () => server.catalogue(query),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
  if (isPending) return <Skeleton rows={5} />;
  if (error !== null && data === undefined) return <Trouble error={error} what="the catalogue" retry={() => void refetch()} />;
  if (data.length === 0) {
    return (
      <Empty icon={<SearchX size={24} />} title={`Nothing in the catalogue fits “${query}”`}>
        If the service has an MCP server, paste its address above. If it has an OpenAPI description, add it as a web API.
      </Empty>
    );
  }
  return (
    <ul className="box lines">
      {data.map((preset) => (
        <PresetLine key={preset.key} preset={preset} />
      ))}
    </ul>
  );
}

/** The first step: a service out of the catalogue, an address, or data of one's own. */
export function FindService() {
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const address = addressIn(text);
  const query = useDeferredValue(address === undefined ? text.trim() : "");
  const onward = address === undefined ? undefined : `/connectors/new?${new URLSearchParams({ at: address }).toString()}`;
  return (
    <>
      <h1>Add a connector</h1>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (onward !== undefined) go(onward);
        }}
      >
        <Field label="Search for a service, or paste the address of an MCP server">
          {(control) => (
            <input {...control} className="input" autoFocus={matchMedia("(pointer: fine)").matches} autoComplete="off" spellCheck={false} placeholder="Linear, Notion, https://mcp.example.com/mcp…" value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
      </form>
      {address !== undefined && onward !== undefined && (
        <ul className="box lines">
          <li className="connector-line">
            <span className="mark large" aria-hidden>
              <Plug size={18} />
            </span>
            <div className="grow">
              <h2 className="cut">
                <Link href={onward} className="card-link">
                  Look at this address
                </Link>
              </h2>
              <p className="muted tiny wrap-text">{address}</p>
            </div>
            <ArrowRight size={18} aria-hidden />
          </li>
        </ul>
      )}
      {address === undefined && text.trim() === "" && (
        <section className="stack snug" aria-labelledby="own-data">
          <h2 id="own-data">Your own data</h2>
          <div className="doors three">
            {doors.map(({ kind, icon, title, text: about }) => (
              <Link key={kind} href={`/connectors/new?kind=${kind}`} className="door plain-door">
                {icon}
                <span>
                  <span className="door-text strong">{title}</span>
                  <span className="door-text muted tiny">{about}</span>
                </span>
              </Link>
            ))}
          </div>
        </section>
      )}
      {address === undefined && (
        <section className="stack snug" aria-labelledby="services">
          <h2 id="services">Services</h2>
          <Presets query={query} />
        </section>
      )}
    </>
  );
}
