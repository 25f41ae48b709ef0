import { Plus } from "lucide-react";
import { useState } from "react";
import { server } from "../../api/server.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { AddForm } from "./AddForm.tsx";
import { QueryEditor } from "./QueryEditor.tsx";
import { ScopeField, type Scope } from "./ScopeField.tsx";
import { complaintAboutSql, complaintAboutTitle, newQuery, portIn, queryOf, type QueryDraft } from "./sqlDraft.ts";

const modes = [
  { value: "named", word: "Named queries" },
  { value: "select", word: "Any SELECT" },
] as const;

const meanings = {
  named: "Pages can ask these questions and no others.",
  select: "Pages can read everything that this database user can read. Give it a user that sees only what they may show.",
} as const;

const texts = [
  { what: "host", label: "Host", placeholder: "db.example.com" },
  { what: "port", label: "Port", placeholder: "5432" },
  { what: "database", label: "Database", placeholder: "sales" },
  { what: "user", label: "User", placeholder: "reader" },
] as const;

/** Makes a connector of a PostgreSQL database that is only ever read. */
export function SqlForm() {
  const [place, setPlace] = useState({ host: "", port: "5432", database: "", user: "" });
  const [password, setPassword] = useState("");
  const [mode, setMode] = useState<(typeof modes)[number]["value"]>("named");
  const [queries, setQueries] = useState<readonly QueryDraft[]>([newQuery(1)]);
  const [name, setName] = useState<string>();
  const [scope, setScope] = useState<Scope>("personal");
  const shownName = name ?? place.database;
  const port = portIn(place.port);
  const othersOf = (query: QueryDraft) => queries.filter((other) => other !== query);
  const written = queries.every((query) => complaintAboutTitle(query, othersOf(query)) === undefined && complaintAboutSql(query) === undefined);
  const placed = place.host.trim() !== "" && port !== undefined && place.database.trim() !== "" && place.user.trim() !== "";
  const ready = shownName.trim() !== "" && placed && (mode === "select" || written);
  const change = (changed: QueryDraft) => setQueries(queries.map((query) => (query.key === changed.key ? changed : query)));
  return (
    <>
      <div className="stack close">
        <h1>Add a database</h1>
        <p className="muted">PostgreSQL, in a transaction that can only read, with a limit on time and rows. Use a database user that may only read.</p>
      </div>
      <AddForm
        ready={ready}
        next="connector"
        save={() =>
          server.addSql({
            name: shownName.trim(),
            scope,
            host: place.host.trim(),
            port: port ?? 5432,
            database: place.database.trim(),
            user: place.user.trim(),
            password,
            mode,
            queries: mode === "named" ? queries.map(queryOf) : [],
          })
        }
      >
        <div className="sql-place">
          {texts.map(({ what, label, placeholder }) => (
            <Field key={what} label={label} complaint={what === "port" && port === undefined ? "A number up to 65535." : undefined}>
              {(control) => (
                <input
                  {...control}
                  className="input"
                  required
                  autoComplete="off"
                  spellCheck={false}
                  inputMode={what === "port" ? "numeric" : undefined}
                  placeholder={placeholder}
                  value={place[what]}
                  onChange={(event) => setPlace({ ...place, [what]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <Field label="Password" hint="Kept encrypted.">
            {(control) => <input {...control} className="input" type="password" autoComplete="off" value={password} onChange={(event) => setPassword(event.target.value)} />}
          </Field>
        </div>
        <div className="stack snug">
          <span className="strong">What pages may ask</span>
          <Segments label="What pages may ask" options={modes} value={mode} onChange={setMode} />
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
                onChange={change}
                onRemove={queries.length === 1 ? undefined : () => setQueries(othersOf(query))}
              />
            ))}
            <div>
              <Button icon={<Plus size={16} />} onClick={() => setQueries([...queries, newQuery(Math.max(...queries.map(({ key }) => key)) + 1)])}>
                Add a query
              </Button>
            </div>
          </div>
        )}
        <Field label="Name" hint="Pages and colleagues see this name.">
          {(control) => <input {...control} className="input" required maxLength={80} autoComplete="off" value={shownName} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <ScopeField scope={scope} onChange={setScope} />
      </AddForm>
    </>
  );
}
