import { inWords } from "../host/names.ts";
import { Mark } from "../ui/Mark.tsx";
import { RelativeFields } from "./RelativeFields.tsx";
import { fixedInWords, type Choices } from "./review.ts";
import type { ProposedCall } from "./types.ts";

interface Props {
  call: ProposedCall;
  choices: Choices;
  onChoose: (path: string, expression: string | null) => void;
}

/** One call that would be made while nobody looks: where it goes, and with what. */
export function CallReview({ call, choices, onChoose }: Props) {
  const { connectorName, tool, title, relative } = call;
  const fixed = fixedInWords(call.arguments, relative);
  return (
    <li className="review-call">
      <Mark name={connectorName} />
      <div className="grow stack snug">
        <div>
          <div className="strong">{title ?? inWords(tool)}</div>
          <div className="muted tiny wrap-text">
            {connectorName}
            {fixed === "" ? "" : ` · ${fixed}`}
          </div>
        </div>
        <RelativeFields call={call} choices={choices} onChoose={onChoose} />
      </div>
    </li>
  );
}
