import { sentenceOf } from "../api/problem.ts";
import { CallReview } from "./CallReview.tsx";
import { choose, type Choices } from "./review.ts";
import type { Proposal } from "./types.ts";

interface Props {
  proposal: Proposal | undefined;
  error: unknown;
  choices: Choices;
  onChoices: (choices: Choices) => void;
}

/** What will be fetched with the owner's connections, before they agree to it. */
export function ProposedCalls({ proposal, error, choices, onChoices }: Props) {
  if (error !== null && proposal === undefined) {
    return (
      <div className="notice failing" role="alert">
        {sentenceOf(error)}
      </div>
    );
  }
  if (proposal === undefined) return <div className="skeleton review-wait" aria-busy />;
  if (proposal.calls.length === 0) return <div className="notice old">Open the page once, so that its calls are known. Then it can be scheduled.</div>;
  const moving = proposal.calls.some(({ relative }) => relative.length > 0);
  return (
    <section className="stack snug" aria-label="What is fetched">
      <h3>What is fetched</h3>
      <p className="muted">
        You let this page make exactly {proposal.calls.length === 1 ? "this call" : `these ${proposal.calls.length} calls`} with your connections, also while you
        are away.{moving ? " Dates can move along with the day." : ""}
      </p>
      <ul className="box lines">
        {proposal.calls.map((call) => (
          <CallReview key={call.key} call={call} choices={choices} onChoose={(path, expression) => onChoices(choose(choices, call.key, path, expression))} />
        ))}
      </ul>
    </section>
  );
}
