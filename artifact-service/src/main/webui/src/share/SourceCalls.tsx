import { inWords } from "../host/names.ts";
import { fixedInWords } from "../schedules/review.ts";
import type { SourceCall } from "./types.ts";

/** A call and what it is made with, but for what moves along with the day. */
export function CallWords({ call: { tool, title, arguments: given, relative } }: { call: SourceCall }) {
  const fixed = fixedInWords(given, relative);
  const nothing = relative.length === 0 ? "Without arguments" : "";
  return (
    <>
      <span className="share-block">{title ?? inWords(tool)}</span>
      <span className="muted tiny wrap-text share-block">{fixed === "" ? nothing : fixed}</span>
    </>
  );
}

/** The calls whose answers others see. */
export function SourceCalls({ calls }: { calls: readonly SourceCall[] }) {
  return (
    <ul className="share-calls">
      {calls.map((call) => (
        <li key={call.key} className="share-call">
          <div className="grow">
            <CallWords call={call} />
          </div>
        </li>
      ))}
    </ul>
  );
}
