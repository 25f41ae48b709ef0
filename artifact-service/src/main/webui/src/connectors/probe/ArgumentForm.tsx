import { Play } from "lucide-react";
import { useMemo, useRef, useState, type ReactNode } from "react";
import type { Json, JsonObject } from "../../../protocol.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ArgumentField } from "./ArgumentField.tsx";
import { draftOf, readDrafts, readJson, type Complaints, type Drafts, type Reading } from "./draft.ts";
import { fieldsOf } from "./schema.ts";

interface Props {
  inputSchema: Json | undefined;
  act?: string;
  busy: boolean;
  onAsk: (args: JsonObject) => void;
  /** What else stands in the row of the button. */
  children?: ReactNode;
}

/** A form made of a tool's input schema, with JSON as the other way to write the same. */
export function ArgumentForm({ inputSchema, act = "Try it", busy, onAsk, children }: Props) {
  const fields = useMemo(() => fieldsOf(inputSchema), [inputSchema]);
  const [drafts, setDrafts] = useState<Drafts>(() => Object.fromEntries(fields.map((field) => [field.name, draftOf(field)])));
  const [json, setJson] = useState<string>();
  const [complaints, setComplaints] = useState<Complaints>({});
  const form = useRef<HTMLFormElement>(null);

  const read = (): Reading => (json === undefined ? readDrafts(fields, drafts) : readJson(json));
  const ask = () => {
    const reading = read();
    setComplaints(reading.complaints ?? {});
    if (reading.arguments !== undefined) onAsk(reading.arguments);
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  const change = (name: string, draft: Drafts[string]) => {
    const changed = { ...drafts, [name]: draft };
    setDrafts(changed);
    // What was complained about is looked at again as it is mended.
    if (Object.keys(complaints).length > 0) setComplaints(readDrafts(fields, changed).complaints ?? {});
  };
  const swap = () => {
    setComplaints({});
    if (json === undefined) {
      setJson(JSON.stringify(readDrafts(fields, drafts).arguments ?? {}, null, 2));
      return;
    }
    const written = readJson(json).arguments;
    if (written !== undefined) setDrafts(Object.fromEntries(fields.map((field) => [field.name, draftOf(field, written[field.name])])));
    setJson(undefined);
  };

  return (
    <form
      ref={form}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) ask();
      }}
    >
      {json === undefined && fields.length === 0 && <p className="muted">This tool needs nothing to be filled in.</p>}
      {json === undefined ? (
        <div className="arguments">
          {fields.map((field) => (
            <ArgumentField key={field.name} field={field} draft={drafts[field.name] ?? draftOf(field)} path={field.name} complaints={complaints} onChange={(draft) => change(field.name, draft)} />
          ))}
        </div>
      ) : (
        <Field label="Arguments as JSON" complaint={complaints[""]}>
          {(control) => <textarea {...control} className="input code" spellCheck={false} value={json} onChange={(event) => setJson(event.target.value)} />}
        </Field>
      )}
      <div className="row wrap form-acts">
        <Button look="primary" type="submit" icon={<Play size={16} />} disabled={busy}>
          {busy ? "Asking…" : act}
        </Button>
        {children}
        <Button look="link" onClick={swap}>
          {json === undefined ? "Write JSON instead" : "Back to the form"}
        </Button>
      </div>
    </form>
  );
}
