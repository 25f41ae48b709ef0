import { useMutation } from "@tanstack/react-query";
import { ChevronRight, GitCompareArrows } from "lucide-react";
import { useMemo, useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { findRows } from "../data/rows.ts";
import { ageOf, durationOf } from "../host/ages.ts";
import type { ArtifactHost } from "../host/artifactHost.ts";
import type { CallRecord } from "../host/callLog.ts";
import { inWords } from "../host/names.ts";
import { Button } from "../ui/Button.tsx";
import { JsonView } from "../ui/JsonView.tsx";
import { Mark } from "../ui/Mark.tsx";
import { RowsTable } from "../ui/RowsTable.tsx";
import { State, type DotLook } from "../ui/State.tsx";
import { Comparison } from "./Comparison.tsx";
import { Downloads } from "./Downloads.tsx";

const outcomes: Record<CallRecord["state"], { look: DotLook; word: string }> = {
  waiting: { look: "waiting", word: "Being asked" },
  fresh: { look: "fresh", word: "Fresh" },
  stale: { look: "old", word: "Old" },
  failed: { look: "failing", word: "Failed" },
};

function facts(record: CallRecord, now: number, rows: number | undefined, times: number): string {
  return [
    ...(record.storedAt === null ? [] : [ageOf(record.storedAt, now)]),
    ...(record.cached ? ["kept"] : record.tookMs === null ? [] : [durationOf(record.tookMs)]),
    ...(rows === undefined ? [] : [rows === 1 ? "1 row" : `${rows} rows`]),
    ...(times > 1 ? [`asked ${times} times`] : []),
  ].join(" · ");
}

function Details({ host, record }: { host: ArtifactHost; record: CallRecord }) {
  const rows = useMemo(() => findRows(record.result), [record.result]);
  const [raw, setRaw] = useState(false);
  const again = useMutation({ mutationFn: () => host.callAgain(record) });
  const mayAskAgain = host.tools.value.some((tool) => tool.name === record.name && tool.readOnly);
  return (
    <div className="call-details stack">
      {record.error !== null && <div className="notice failing">{record.error.message}</div>}
      <div className="stack snug">
        <h3>Asked with</h3>
        <JsonView value={record.args} label="Arguments" />
      </div>
      {rows !== undefined && (
        <div className="stack snug">
          <h3>Rows{rows.path === "" ? "" : ` in ${rows.path}`}</h3>
          <RowsTable rows={rows} label={`Rows of ${inWords(record.tool)}`} />
        </div>
      )}
      {(raw || rows === undefined) && record.result !== null && (
        <div className="stack snug">
          <h3>Raw result</h3>
          <JsonView value={record.result} label="Raw result" />
        </div>
      )}
      <div className="row wrap">
        {mayAskAgain && (
          <Button icon={<GitCompareArrows size={16} />} disabled={again.isPending} onClick={() => again.mutate()}>
            {again.isPending ? "Asking the source…" : "Fetch again and compare"}
          </Button>
        )}
        {rows !== undefined && <Downloads rows={rows} name={record.tool} />}
        {rows !== undefined && (
          <Button look="link" aria-expanded={raw} onClick={() => setRaw(!raw)}>
            {raw ? "Hide the raw result" : "Raw result"}
          </Button>
        )}
      </div>
      {again.error !== null && <div className="notice failing">{sentenceOf(again.error)}</div>}
      {again.data !== undefined && <Comparison before={record.result} answer={again.data} />}
    </div>
  );
}

/** One call: where it went, how it went; opened, everything about it. */
export function CallRow({ host, record, times, now }: { host: ArtifactHost; record: CallRecord; times: number; now: number }) {
  const [open, setOpen] = useState(false);
  const count = useMemo(() => findRows(record.result)?.rows.length, [record.result]);
  const { look, word } = outcomes[record.state];
  return (
    <li>
      <button type="button" className="call" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={16} className="call-chevron" aria-hidden />
        <Mark name={record.connector === "" ? "?" : record.connector} />
        <span className="grow">
          <span className="call-tool cut">
            {inWords(record.tool)} <span className="muted call-connector">{record.connector}</span>
          </span>
          <span className="muted tiny numbers">{facts(record, now, count, times)}</span>
        </span>
        <State look={look}>{word}</State>
      </button>
      {open && <Details host={host} record={record} />}
    </li>
  );
}
