import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { ConnectorSignIn } from "../artifact/ConnectorSignIn.tsx";
import { Button } from "../ui/Button.tsx";
import { Fold } from "../ui/Fold.tsx";
import { Mark } from "../ui/Mark.tsx";
import { Segments } from "../ui/Segments.tsx";
import { useNow } from "../ui/useNow.ts";
import { Agreement } from "./Agreement.tsx";
import { accessInWords, endInWords } from "./shareWords.ts";
import { SourceCalls } from "./SourceCalls.tsx";
import type { Access, Source, SourceChoice } from "./types.ts";

const choices = [
  { value: "viewer", word: "Their own" },
  { value: "owner", word: "Yours" },
] as const;

/** The calls that others see, and how to change which. */
function Shown({ calls, onChange }: { calls: Source["calls"]; onChange: () => void }) {
  const shown = calls.filter((call) => call.shown);
  const left = calls.length - shown.length;
  return (
    <Fold label={shown.length === 1 ? "The call that they see" : `The ${shown.length} calls that they see`}>
      <div className="stack snug">
        <SourceCalls calls={shown} />
        {left > 0 && <p className="muted tiny">{left === 1 ? "1 call of the page is not among them." : `${left} calls of the page are not among them.`}</p>}
        <div>
          <Button onClick={onChange}>Change which…</Button>
        </div>
      </div>
    </Fold>
  );
}

interface Props {
  source: Source;
  /** True if nobody but the owner can be connected to it. */
  alone: boolean;
  busy: boolean;
  error: Error | null;
  onSet: (choice: SourceChoice) => void;
}

/** One source of a page, and whose access it is read with by those whom the page is shared with. */
export function SourceLine({ source, alone, busy, error, onSet }: Props) {
  const [asking, setAsking] = useState(false);
  const { connectorId, connectorName, access, calls, expiresAt, mine } = source;
  const now = useNow(60_000);
  const wanted = (choice: Access) => {
    setAsking(choice === "owner" && access !== "owner");
    if (choice === "viewer" && access === "owner") onSet({ access: "viewer" });
  };
  return (
    <li className="share-source">
      <div className="share-source-head">
        <Mark name={connectorName} />
        <div className="grow">
          <div className="strong">{connectorName}</div>
          <div className="muted tiny">
            {accessInWords(source, alone)}
            {access === "owner" && expiresAt != null && ` · ${endInWords(expiresAt, now)}`}
          </div>
        </div>
        <Segments label={`Whose access to ${connectorName}`} options={choices} value={asking ? "owner" : access} disabled={busy} onChange={wanted} />
      </div>
      {access === "owner" && mine.state === "sign_in_needed" && (
        <div className="notice failing">
          <span className="grow">{connectorName} needs you to sign in again, for what they see as well.</span>
          <ConnectorSignIn connectorId={connectorId} look="link" />
        </div>
      )}
      {asking && (
        <Agreement
          source={source}
          busy={busy}
          onCancel={() => setAsking(false)}
          onAgree={(choice) => {
            setAsking(false);
            onSet(choice);
          }}
        />
      )}
      {!asking && access === "owner" && <Shown calls={calls} onChange={() => setAsking(true)} />}
      {error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(error)}
        </div>
      )}
    </li>
  );
}
