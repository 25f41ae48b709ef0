import { useMutation } from "@tanstack/react-query";
import { Download, Play } from "lucide-react";
import { useMemo, useState } from "react";
import type { Json } from "../../protocol.ts";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { CallAnswer, ConnectorTool } from "../api/types.ts";
import { toCsv } from "../data/csv.ts";
import { findRows } from "../data/rows.ts";
import { durationOf } from "../host/ages.ts";
import { saveAs } from "../host/files.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { JsonView } from "../ui/JsonView.tsx";
import { RowsTable } from "../ui/RowsTable.tsx";
import { State } from "../ui/State.tsx";
import { argumentsOf, fieldsOf, type ToolField } from "./toolForm.ts";

function ArgumentField({ field, value, onChange }: { field: ToolField; value: string; onChange: (value: string) => void }) {
  const choices = field.kind === "boolean" ? ["true", "false"] : field.choices;
  return (
    <Field label={field.required ? field.name : `${field.name} (optional)`} hint={field.description}>
      {(control) => {
        if (field.kind === "boolean" || field.kind === "choice") {
          return (
            <select {...control} className="input" value={value} required={field.required} onChange={(event) => onChange(event.target.value)}>
              <option value="">{field.required ? "Choose…" : "Leave out"}</option>
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {field.kind === "boolean" ? (choice === "true" ? "yes" : "no") : choice}
                </option>
              ))}
            </select>
          );
        }
        if (field.kind === "json") {
          return <textarea {...control} className="input code" value={value} required={field.required} placeholder="JSON" onChange={(event) => onChange(event.target.value)} />;
        }
        return (
          <input
            {...control}
            className="input"
            type={field.kind === "number" ? "number" : "text"}
            step="any"
            autoComplete="off"
            required={field.required}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Field>
  );
}

function Answer({ answer, tool }: { answer: CallAnswer; tool: string }) {
  const rows = useMemo(() => findRows(answer.result), [answer.result]);
  const [raw, setRaw] = useState(false);
  const failed = answer.outcome === "failed" || answer.result.isError === true;
  return (
    <div className="stack snug" role="status">
      <State look={failed ? "failing" : "fresh"}>
        {failed ? (answer.error?.message ?? "The tool says that it failed") : `Answered in ${durationOf(answer.durationMillis)}`}
        {rows === undefined ? "" : `, ${rows.rows.length === 1 ? "1 row" : `${rows.rows.length} rows`}`}
      </State>
      {rows !== undefined && <RowsTable rows={rows} label="Rows" />}
      {(raw || rows === undefined) && <JsonView value={answer.result} label="Raw result" />}
      {rows !== undefined && (
        <div className="row wrap">
          <Button icon={<Download size={16} />} onClick={() => saveAs(`${tool}.csv`, new Blob([toCsv(rows)], { type: "text/csv" }))}>
            Download CSV
          </Button>
          <Button look="link" aria-expanded={raw} onClick={() => setRaw(!raw)}>
            {raw ? "Hide the raw result" : "Raw result"}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Calls a tool once and shows what comes back. */
export function Probe({ connectorId, tool }: { connectorId: string; tool: ConnectorTool }) {
  const fields = useMemo(() => fieldsOf(tool.inputSchema), [tool.inputSchema]);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [complaint, setComplaint] = useState<string>();
  const probe = useMutation({ mutationFn: (args: Json) => server.probe(connectorId, { tool: tool.name, arguments: args }) });

  if (!tool.readOnly) {
    return (
      <div className="call-details">
        <div className="notice">This tool changes data, so it is not tried out here.</div>
      </div>
    );
  }
  const ask = () => {
    try {
      setComplaint(undefined);
      probe.mutate(argumentsOf(fields, values));
    } catch {
      setComplaint("One of the fields is not valid JSON.");
    }
  };
  return (
    <div className="call-details stack">
      <form
        className="stack snug"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        {fields.map((field) => (
          <ArgumentField key={field.name} field={field} value={values[field.name] ?? field.start} onChange={(value) => setValues({ ...values, [field.name]: value })} />
        ))}
        <div>
          <Button type="submit" icon={<Play size={16} />} disabled={probe.isPending}>
            {probe.isPending ? "Asking…" : "Try it"}
          </Button>
        </div>
        {(complaint !== undefined || probe.error !== null) && (
          <div className="notice failing" role="alert">
            {complaint ?? sentenceOf(probe.error)}
          </div>
        )}
      </form>
      {probe.data !== undefined && <Answer answer={probe.data} tool={tool.name} />}
    </div>
  );
}
