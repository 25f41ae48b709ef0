import type { ToolResult } from "../../protocol.ts";
import type { CallAnswer } from "../api/types.ts";
import { compareRows, inSentence } from "../data/compare.ts";
import { cellText, findRows } from "../data/rows.ts";
import { canonical } from "../host/canonical.ts";
import { JsonView } from "../ui/JsonView.tsx";
import type { Json } from "../../protocol.ts";

const most = 50;

/** What the source says now, beside what the page shows. */
export function Comparison({ before, answer }: { before: ToolResult | null; answer: CallAnswer }) {
  if (answer.outcome !== "fresh") {
    return <div className="notice failing">{answer.error?.message ?? "The source did not answer."}</div>;
  }
  const old = findRows(before);
  const now = findRows(answer.result);
  if (old === undefined || now === undefined) {
    const same = canonical(before as Json) === canonical(answer.result as Json);
    if (same) return <div className="notice">The source says the same.</div>;
    return (
      <div className="stack snug" role="status">
        <div className="notice old">The source says something else now:</div>
        <JsonView value={answer.result} label="What the source says now" />
      </div>
    );
  }
  const difference = compareRows(old, now);
  return (
    <div className="stack snug" role="status">
      <div className={difference.changes.length + difference.added + difference.gone === 0 ? "notice" : "notice old"}>{inSentence(difference)}</div>
      {difference.changes.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="What has changed">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Field</th>
                <th scope="col">On the page</th>
                <th scope="col">At the source</th>
              </tr>
            </thead>
            <tbody>
              {difference.changes.slice(0, most).map((change, index) => (
                <tr key={index}>
                  <td>{change.row}</td>
                  <td>{change.column}</td>
                  <td className="was">{cellText(change.before)}</td>
                  <td>{cellText(change.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
