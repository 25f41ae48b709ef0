import { cellText } from "../data/rows.ts";
import { Field } from "../ui/Field.tsx";
import { candidateInWords, chosenFor, lastName, type Choices } from "./review.ts";
import type { ProposedCall } from "./types.ts";

const always = "";

interface Props {
  call: Pick<ProposedCall, "key" | "relative">;
  choices: Choices;
  onChoose: (path: string, expression: string | null) => void;
}

/** What the values of a call mean that may move along with the day. */
export function RelativeFields({ call: { key, relative }, choices, onChoose }: Props) {
  return (
    <>
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
    </>
  );
}
