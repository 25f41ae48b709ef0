import { sentenceOf } from "../api/problem.ts";
import { CallReview } from "./CallReview.tsx";
import { choose, madeOf, take, type Choices } from "./review.ts";
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
  const made = madeOf(proposal.calls, choices);
  const moving = made.some(({ relative }) => relative.length > 0);
  return (
    <section className="stack snug" aria-label="What is fetched">
      <h3>What is fetched</h3>
      <p className="muted">
        {made.length === 0
          ? "Tick what is to be fetched."
          : `You let this page make exactly ${made.length === 1 ? "the ticked call" : `the ${made.length} ticked calls`} with your connections, also while you are away.`}
        {moving ? " Dates can move along with the day." : ""}
      </p>
      <ul className="box lines">
        {proposal.calls.map((call) => (
          <CallReview
            key={call.key}
            call={call}
            choices={choices}
            onChoose={(path, expression) => onChoices(choose(choices, call.key, path, expression))}
            onMade={(taken) => onChoices(take(choices, call.key, taken))}
          />
        ))}
      </ul>
    </section>
  );
}
