import { inWords } from "../host/names.ts";
import { cellText } from "../data/rows.ts";
import { Field } from "../ui/Field.tsx";
import { Mark } from "../ui/Mark.tsx";
import { candidateInWords, chosenFor, fixedInWords, lastName, type Choices } from "./review.ts";
import type { ProposedCall } from "./types.ts";

const always = "";

interface Props {
  call: ProposedCall;
  choices: Choices;
  onChoose: (path: string, expression: string | null) => void;
}

/** One call that would be made while nobody looks: where it goes, and with what. */
export function CallReview({ call, choices, onChoose }: Props) {
  const { key, connectorName, tool, title, relative } = call;
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
        {relative.map((value) => (
          <Field key={value.path} label={lastName(value.path)}>
            {(control) => (
              <select
                {...control}
                className="input"
                value={chosenFor(choices, key, value) ?? always}
                onChange={(event) => onChoose(value.path, event.target.value === always ? null : event.target.value)}
              >
                {value.candidates.map((candidate) => (
                  <option key={candidate.expression} value={candidate.expression}>
                    {candidateInWords(candidate)}
                  </option>
                ))}
                <option value={always}>Always {cellText(value.value)}</option>
              </select>
            )}
          </Field>
        ))}
      </div>
    </li>
  );
}
