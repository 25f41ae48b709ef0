import { inWords } from "../host/names.ts";
import { Mark } from "../ui/Mark.tsx";
import { fixedInWords, lastName } from "./review.ts";
import type { DelegatedCall } from "./types.ts";

/** The calls that were agreed to, with what moves along with the day. */
export function DelegatedCalls({ calls }: { calls: readonly DelegatedCall[] }) {
  return (
    <ul className="box lines">
      {calls.map((call, index) => {
        const fixed = fixedInWords(call.arguments, call.relative);
        return (
          <li key={index} className="review-call">
            <Mark name={call.connectorName} />
            <div className="grow">
              <div className="strong">{inWords(call.tool)}</div>
              <div className="muted tiny wrap-text">
                {[call.connectorName, ...(fixed === "" ? [] : [fixed]), ...call.relative.map(({ path, expression, words }) => `${lastName(path)}: ${words ?? expression}`)].join(" · ")}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
