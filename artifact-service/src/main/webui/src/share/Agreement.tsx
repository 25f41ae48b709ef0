import { useId, useState } from "react";
import { RelativeFields } from "../schedules/RelativeFields.tsx";
import { choose, noChoices, reviewed, type Choices } from "../schedules/review.ts";
import { Button } from "../ui/Button.tsx";
import { Check } from "../ui/Check.tsx";
import { expiryOf, momentOfExpiry } from "./expiry.ts";
import { ExpiryField } from "./ExpiryField.tsx";
import { CallWords } from "./SourceCalls.tsx";
import type { Source, SourceCall, SourceChoice } from "./types.ts";

interface CallProps {
  call: SourceCall;
  picked: boolean;
  choices: Choices;
  onPick: (picked: boolean) => void;
  onChoices: (choices: Choices) => void;
}

function PickedCall({ call, picked, choices, onPick, onChoices }: CallProps) {
  const id = useId();
  return (
    <li className="stack snug">
      <div className="share-call">
        <Check id={id} checked={picked} onChange={onPick} />
        <label htmlFor={id} className="grow">
          <CallWords call={call} />
        </label>
      </div>
      {picked && call.relative.length > 0 && (
        <div className="share-relative">
          <RelativeFields call={call} choices={choices} onChoose={(path, expression) => onChoices(choose(choices, call.key, path, expression))} />
        </div>
      )}
    </li>
  );
}

/** What was agreed to before stays picked; where nothing was, everything is. */
function pickedAtFirst(calls: readonly SourceCall[]): ReadonlySet<string> {
  const shown = calls.filter((call) => call.shown);
  return new Set((shown.length > 0 ? shown : calls).map(({ key }) => key));
}

interface Props {
  source: Source;
  busy: boolean;
  onAgree: (choice: SourceChoice) => void;
  onCancel: () => void;
}

/** What the owner agrees to: these calls, with these arguments, by their connection, for everyone it is shared with. */
export function Agreement({ source: { connectorName, calls, expiresAt }, busy, onAgree, onCancel }: Props) {
  const [picked, setPicked] = useState(() => pickedAtFirst(calls));
  const [choices, setChoices] = useState(noChoices);
  const [expiry, setExpiry] = useState(() => expiryOf(expiresAt));
  const wanted = calls.filter(({ key }) => picked.has(key));
  const pick = (key: string, on: boolean) => setPicked((before) => (on ? new Set(before).add(key) : new Set([...before].filter((other) => other !== key))));
  const agree = () => {
    const relative = reviewed(wanted, choices).flatMap(({ key, relative: values }) => values.map((value) => ({ key, ...value })));
    const end = momentOfExpiry(expiry, Date.now());
    if (end === undefined) return;
    onAgree({ access: "owner", calls: wanted.map(({ key }) => key), relative, ...(end === null ? {} : { expiresAt: end }) });
  };
  if (calls.length === 0) return <p className="notice old">Open the page once, so that its calls to {connectorName} are known. Then you can show them to others.</p>;
  return (
    <form
      className="stack snug"
      onSubmit={(event) => {
        event.preventDefault();
        agree();
      }}
    >
      <p>Everyone who can open this page will see what you see in these calls, whatever they may see themselves. They cannot change anything about a call.</p>
      <ul className="share-calls">
        {calls.map((call) => (
          <PickedCall key={call.key} call={call} picked={picked.has(call.key)} choices={choices} onPick={(on) => pick(call.key, on)} onChoices={setChoices} />
        ))}
      </ul>
      <ExpiryField label={`When this ends for ${connectorName}`} expiry={expiry} onChange={setExpiry} />
      <div className="row wrap">
        <Button look="primary" type="submit" disabled={busy || wanted.length === 0}>
          {wanted.length === 1 ? "Show them this call" : `Show them these ${wanted.length} calls`}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
