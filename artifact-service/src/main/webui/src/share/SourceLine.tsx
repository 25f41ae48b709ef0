import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { ConnectorSignIn } from "../artifact/ConnectorSignIn.tsx";
import { Button } from "../ui/Button.tsx";
import { Fold } from "../ui/Fold.tsx";
import { Mark } from "../ui/Mark.tsx";
import { Segments } from "../ui/Segments.tsx";
import { accessInWords } from "./shareWords.ts";
import { SourceCalls } from "./SourceCalls.tsx";
import type { Access, Source } from "./types.ts";

const choices = [
  { value: "viewer", word: "Their own" },
  { value: "owner", word: "Yours" },
] as const;

interface Props {
  source: Source;
  busy: boolean;
  error: Error | null;
  onSet: (access: Access, calls?: string[]) => void;
}

/** What the owner agrees to: these calls, with these arguments, by their connection, for everyone it is shared with. */
function Agreement({ source, busy, onAgree, onCancel }: { source: Source; busy: boolean; onAgree: (calls: string[]) => void; onCancel: () => void }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const picked = source.calls.map(({ key }) => key).filter((key) => !left.has(key));
  const toggle = (key: string, on: boolean) => setLeft((before) => (on ? new Set([...before].filter((other) => other !== key)) : new Set(before).add(key)));
  if (source.calls.length === 0) return <p className="notice old">Open the page once, so that its calls to {source.connectorName} are known. Then you can show them to others.</p>;
  return (
    <div className="stack snug">
      <p>Everyone who can open this page will see what you see in these calls, whatever they may see themselves. They cannot change anything about a call.</p>
      <SourceCalls calls={source.calls} picked={new Set(picked)} onChange={toggle} />
      <div className="row wrap">
        <Button look="primary" disabled={busy || picked.length === 0} onClick={() => onAgree(picked)}>
          {picked.length === 1 ? "Show them this call" : `Show them these ${picked.length} calls`}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}

/** One source of a page, and whose access it is read with by those whom the page is shared with. */
export function SourceLine({ source, busy, error, onSet }: Props) {
  const [asking, setAsking] = useState(false);
  const { connectorId, connectorName, access, calls, mine } = source;
  const choose = (wanted: Access) => {
    if (wanted === "owner") setAsking(access !== "owner");
    else {
      setAsking(false);
      if (access === "owner") onSet("viewer");
    }
  };
  return (
    <li className="share-source">
      <div className="share-source-head">
        <Mark name={connectorName} />
        <div className="grow">
          <div className="strong">{connectorName}</div>
          <div className="muted tiny">{accessInWords(source)}</div>
        </div>
        <Segments label={`Whose access to ${connectorName}`} options={choices} value={asking ? "owner" : access} disabled={busy} onChange={choose} />
      </div>
      {access === "owner" && mine.state !== "ready" && mine.state !== "connected" && (
        <div className="notice failing">
          <span className="grow">{connectorName} needs you to sign in again: until then they see the last good data.</span>
          <ConnectorSignIn connectorId={connectorId} look="link" />
        </div>
      )}
      {asking && (
        <Agreement
          source={source}
          busy={busy}
          onCancel={() => setAsking(false)}
          onAgree={(picked) => {
            setAsking(false);
            onSet("owner", picked);
          }}
        />
      )}
      {!asking && access === "owner" && (
        <Fold label={calls.length === 1 ? "The call that they see" : `The ${calls.length} calls that they see`}>
          <SourceCalls calls={calls} />
        </Fold>
      )}
      {error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(error)}
        </div>
      )}
    </li>
  );
}
