import { sentenceOf } from "../api/problem.ts";
import { SignedOut } from "../account/SignedOut.tsx";
import { Shell } from "../app/Shell.tsx";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Avatar } from "../ui/Mark.tsx";
import { Ended } from "./Ended.tsx";
import { isMissing } from "./readingWords.ts";
import { SourceToRead } from "./SourceToRead.tsx";
import type { Reading } from "./types.ts";
import { useEnd } from "./useEnd.ts";
import { useConsent } from "./useReading.ts";

interface Props {
  id: string;
  title: string;
  /** Who owns it; they shared it where nobody else is named. */
  owner: string;
  reading: Reading;
}

/** Before somebody opens a page of another person for the first time: from whom it is, and what it will read. */
export function FirstOpening({ id, title, owner, reading }: Props) {
  const consent = useConsent(id);
  const from = reading.from ?? owner;
  const { sources, message } = reading;
  const end = useEnd(id);
  const missing = sources.filter(isMissing).length;
  const own = sources.some(({ access, state }) => access === "viewer" && state !== "not_yours");
  if (end === "signedout") return <SignedOut id={id} />;
  if (end === "revoked") return <Ended gone={false} owner={owner} />;
  return (
    <Shell title={title}>
      <div className="reading">
        <p className="row muted">
          <Avatar name={from} />
          <span>{from} shared this with you</span>
        </p>
        <h1>{title}</h1>
        {message != null && message !== "" && <blockquote className="reading-message">{message}</blockquote>}
        {sources.length === 0 ? (
          <p className="muted">It reads no source.</p>
        ) : (
          <section className="stack snug" aria-labelledby="reading-sources">
            <h2 id="reading-sources">What it will read</h2>
            <ul className="box lines">
              {sources.map((source) => (
                <SourceToRead key={source.connectorId} source={source} from={from} />
              ))}
            </ul>
            {own && (
              <p className="muted tiny">
                With your own access, the page shows you what you may see at the source and nothing else. {from} does not see what you see.
              </p>
            )}
          </section>
        )}
        {consent.error !== null && (
          <div className="notice failing" role="alert">
            {sentenceOf(consent.error)}
          </div>
        )}
        <div className="row wrap reading-acts">
          <Button look="primary" disabled={consent.isPending} onClick={() => consent.mutate(reading)}>
            Open
          </Button>
          <ButtonLink href="/">Not now</ButtonLink>
        </div>
        {missing > 0 && <p className="muted tiny">You can open it as it is: what is missing says so on the page, and everything else is shown.</p>}
      </div>
    </Shell>
  );
}
