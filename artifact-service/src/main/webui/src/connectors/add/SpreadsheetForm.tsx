import { useEffect, useRef, useState } from "react";
import { server } from "../../api/server.ts";
import type { Connector } from "../types.ts";
import { upload } from "../../api/upload.ts";
import { Field } from "../../ui/Field.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { AddForm } from "./AddForm.tsx";
import { complaintAboutFile, nameOfFile, suggestedName } from "./addWords.ts";
import { ScopeField, type Scope } from "./ScopeField.tsx";
import { addressIn } from "./useCheck.ts";

const ways = [
  { value: "file", word: "A file" },
  { value: "link", word: "A link to a CSV" },
] as const;

type Way = (typeof ways)[number]["value"];

/** Makes a connector of a spreadsheet: of a file, or of what a link leads to. */
export function SpreadsheetForm() {
  const [way, setWay] = useState<Way>("file");
  const [file, setFile] = useState<File>();
  const [link, setLink] = useState("");
  const [name, setName] = useState<string>();
  const [scope, setScope] = useState<Scope>("personal");
  const [share, setShare] = useState(0);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const url = addressIn(link);
  const complaint = way === "file" && file !== undefined ? complaintAboutFile(file.name) : undefined;
  const suggestion = way === "file" ? nameOfFile(file?.name ?? "") : suggestedName(url ?? "", undefined);
  const shownName = name ?? suggestion;
  const ready = shownName.trim() !== "" && complaint === undefined && (way === "file" ? file !== undefined : url !== undefined);

  const save = (): Promise<Connector> => {
    if (way === "link") return server.addSpreadsheetLink({ name: shownName.trim(), scope, url: url ?? "" });
    const form = new FormData();
    form.set("name", shownName.trim());
    form.set("scope", scope);
    if (file !== undefined) form.set("file", file);
    running.current = new AbortController();
    setShare(0);
    return upload<Connector>("/api/connectors/spreadsheets", { method: "POST", form, onProgress: setShare, signal: running.current.signal });
  };

  return (
    <>
      <div className="stack close">
        <h1>Add a spreadsheet</h1>
        <p className="muted">Each sheet becomes a table that pages can filter, sort and sum up. The first row with text names the columns.</p>
      </div>
      <AddForm ready={ready} next="connector" save={save} progress={way === "file" ? <Progress share={share} label="Upload" /> : undefined}>
        <Segments label="Where the spreadsheet is" options={ways} value={way} onChange={setWay} />
        {way === "file" ? (
          <div className="stack snug">
            <FileDrop what="a CSV or Excel file" accept=".csv,.tsv,.xlsx" file={file} onFile={setFile} />
            {complaint !== undefined && (
              <div className="complaint" role="alert">
                {complaint}
              </div>
            )}
          </div>
        ) : (
          <Field label="Link to the CSV" hint="Read again whenever a page asks. In Google Sheets: File, Share, Publish to the web, CSV.">
            {(control) => <input {...control} className="input" type="url" inputMode="url" autoComplete="off" placeholder="https://…" value={link} onChange={(event) => setLink(event.target.value)} />}
          </Field>
        )}
        <Field label="Name" hint="Pages and colleagues see this name.">
          {(control) => <input {...control} className="input" required maxLength={80} autoComplete="off" value={shownName} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <ScopeField scope={scope} onChange={setScope} />
      </AddForm>
    </>
  );
}
