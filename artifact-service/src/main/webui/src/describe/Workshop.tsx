import "../styles/describe.css";
import { Sparkles } from "lucide-react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import type { Me } from "../api/types.ts";
import { DraftPreview } from "../preview/DraftPreview.tsx";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { costInWords } from "./costWords.ts";
import { Question } from "./Question.tsx";
import { requests } from "./requests.ts";
import type { Story } from "./story.ts";
import { Talk } from "./Talk.tsx";
import { useShowing } from "./useShowing.ts";
import { useStory } from "./useStory.ts";

interface Props {
  id: string;
  me: Me;
  /** What can be done with a page that is done. */
  ending: (story: Story) => ReactNode;
  /** Start over with the same words, or with others. */
  onAgain: () => void;
  /** Stands beside or in place of the new page, as for a page that is changed. */
  around?: (page: ReactNode, ready: boolean) => ReactNode;
}

const overWords: Record<string, string> = {
  cancelled: "This was cancelled.",
  accepted: "This page is saved already.",
  unknown: "There is nothing of this left. Say what you want once more.",
};

function Failure({ problem, onAgain }: { problem: string; onAgain: () => void }) {
  return (
    <div className="notice failing stack snug" role="alert">
      <span>{problem}</span>
      <div>
        <Button onClick={onAgain}>Change what you asked for</Button>
      </div>
    </div>
  );
}

/** A page in the making: what is being done on the left, the page on the right. */
export function Workshop({ id, me, ending, onAgain, around = (page) => page }: Props) {
  const { story, answered } = useStory(id);
  const showing = useShowing(id, me, story);
  const cancel = useMutation({ mutationFn: () => requests.cancel(id) });
  const working = story.ending === null;
  const { question } = story;
  const visible = story.shown !== null || story.growing !== "";
  const page = visible ? (
    <DraftPreview host={showing.host} label={story.shown?.title ?? "The page as it grows"} />
  ) : (
    <div className="draft page-to-come">
      <Empty icon={<Sparkles size={24} />} title={working ? "The page appears here" : "There is no page"}>
        {working ? "First Claude looks at your data." : undefined}
      </Empty>
    </div>
  );
  return (
    <div className="workshop">
      <div className="stack workshop-side">
        <Talk lines={story.lines} working={working && question === null} />
        {question !== null && working && (
          <Question
            key={question.number}
            text={question.text}
            onAnswer={async (words) => {
              await requests.answer(id, question.number, words);
              answered();
            }}
          />
        )}
        {story.ending?.kind === "failed" && <Failure problem={story.ending.problem} onAgain={onAgain} />}
        {story.ending?.kind === "over" && <Failure problem={overWords[story.ending.state] ?? "This is over."} onAgain={onAgain} />}
        {story.ending?.kind === "done" && ending(story)}
        <div className="row workshop-foot">
          {story.cost !== null && <span className="muted tiny numbers grow">{costInWords(story.cost)}</span>}
          {working && (
            <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
              {cancel.isPending ? "Cancelling…" : "Cancel"}
            </Button>
          )}
        </div>
      </div>
      <div className="workshop-page">{around(page, visible)}</div>
    </div>
  );
}
