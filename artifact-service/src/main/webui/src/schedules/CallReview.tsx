import { useId } from "react";
import { inWords } from "../host/names.ts";
import { Check } from "../ui/Check.tsx";
import { Mark } from "../ui/Mark.tsx";
import { RelativeFields } from "./RelativeFields.tsx";
import { fixedInWords, madeOf, type Choices } from "./review.ts";
import type { ProposedCall } from "./types.ts";

interface Props {
  call: ProposedCall;
  choices: Choices;
  onChoose: (path: string, expression: string | null) => void;
  onMade: (made: boolean) => void;
}

/** One call that would be made while nobody looks: where it goes, and with what. */
export function CallReview({ call, choices, onChoose, onMade }: Props) {
  const { connectorName, tool, title, relative } = call;
  const fixed = fixedInWords(call.arguments, relative);
  const made = madeOf([call], choices).length > 0;
  const id = useId();
  return (
    <li className="review-call">
      <Check id={id} checked={made} onChange={onMade} />
      <Mark name={connectorName} />
      <div className="grow stack snug">
        <div>
          <label htmlFor={id} className="strong">
            {title ?? inWords(tool)}
          </label>
          <div className="muted tiny wrap-text">
            {connectorName}
            {fixed === "" ? "" : ` · ${fixed}`}
          </div>
          {!call.current && <div className="muted tiny">Asked for earlier, not when you opened the page last.</div>}
        </div>
        {made && <RelativeFields call={call} choices={choices} onChoose={onChoose} />}
      </div>
    </li>
  );
}
