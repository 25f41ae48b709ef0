import { useEffect, useState } from "react";
import { systemClock } from "../host/clock.ts";
import { useSignal } from "../ui/useSignal.ts";
import { answered, type Story } from "./story.ts";
import { StoryLine } from "./StoryLine.ts";

/** Follows a page that is being made. */
export function useStory(id: string): { story: Story; answered: () => void } {
  const [line] = useState(() => new StoryLine(id, systemClock));
  const story = useSignal(line.story);
  useEffect(() => {
    line.start();
    return () => line.stop();
  }, [line]);
  return { story, answered: () => line.story.update(answered) };
}
