import { Download } from "lucide-react";
import { Tabs } from "radix-ui";
import { useMemo } from "react";
import type { ProbeFinding } from "../types.ts";
import { toCsv } from "../../data/csv.ts";
import { findRows } from "../../data/rows.ts";
import { saveAs } from "../../host/files.ts";
import { Button } from "../../ui/Button.tsx";
import { JsonView } from "../../ui/JsonView.tsx";
import { RowsTable } from "../../ui/RowsTable.tsx";
import { State } from "../../ui/State.tsx";
import { FieldsTable } from "./FieldsTable.tsx";
import { summaryOf } from "./probeWords.ts";

/** What a tool gave back: its rows, the fields that they consist of, and everything as it came. */
export function ProbeAnswer({ finding, tool }: { finding: ProbeFinding; tool: string }) {
  const { answer, fields } = finding;
  const rows = useMemo(() => findRows(answer.result), [answer.result]);
  const failed = answer.outcome === "failed" || answer.result.isError === true;
  return (
    <div className="stack snug">
      <div className="row spread wrap">
        <div role="status">
          <State look={failed ? "failing" : "fresh"}>
            <span className="wrap-text">{summaryOf(finding)}</span>
          </State>
        </div>
        {rows !== undefined && (
          <Button icon={<Download size={16} />} onClick={() => saveAs(`${tool}.csv`, new Blob([toCsv(rows)], { type: "text/csv" }))}>
            Download CSV
          </Button>
        )}
      </div>
      {rows === undefined ? (
        <JsonView value={answer.result} label="Raw result" />
      ) : (
        <Tabs.Root defaultValue="rows">
          <Tabs.List className="tabs" aria-label="Result">
            <Tabs.Trigger value="rows" className="tab">
              Rows
            </Tabs.Trigger>
            <Tabs.Trigger value="fields" className="tab">
              Fields
            </Tabs.Trigger>
            <Tabs.Trigger value="raw" className="tab">
              Raw
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="rows" className="tab-content">
            <RowsTable rows={rows} label="Rows" />
          </Tabs.Content>
          <Tabs.Content value="fields" className="tab-content">
            {fields.length === 0 ? <p className="muted">The rows have no fields of their own.</p> : <FieldsTable fields={fields} rowsPath={finding.rows?.path ?? ""} />}
          </Tabs.Content>
          <Tabs.Content value="raw" className="tab-content">
            <JsonView value={answer.result} label="Raw result" />
          </Tabs.Content>
        </Tabs.Root>
      )}
    </div>
  );
}
