import { useState } from "react";
import { server } from "../../api/server.ts";
import { Field } from "../../ui/Field.tsx";
import { Queries, type Mode } from "../source/Queries.tsx";
import { areComplete, newQuery, portIn, queryOf, type QueryDraft } from "../source/sqlDraft.ts";
import { AddForm } from "./AddForm.tsx";
import { ScopeField, type Scope } from "./ScopeField.tsx";

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
  const [mode, setMode] = useState<Mode>("named");
  const [queries, setQueries] = useState<readonly QueryDraft[]>([newQuery(1)]);
  const [name, setName] = useState<string>();
  const [scope, setScope] = useState<Scope>("personal");
  const shownName = name ?? place.database;
  const port = portIn(place.port);
  const placed = place.host.trim() !== "" && port !== undefined && place.database.trim() !== "" && place.user.trim() !== "";
  const ready = shownName.trim() !== "" && placed && (mode === "select" || areComplete(queries));
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
        <Queries mode={mode} queries={queries} onMode={setMode} onQueries={setQueries} />
        <Field label="Name" hint="Pages and colleagues see this name.">
          {(control) => <input {...control} className="input" required maxLength={80} autoComplete="off" value={shownName} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <ScopeField scope={scope} onChange={setScope} />
      </AddForm>
    </>
  );
}
