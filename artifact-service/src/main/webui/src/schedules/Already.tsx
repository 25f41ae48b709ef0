import { Zap } from "lucide-react";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { nextInWords } from "./runWords.ts";
import type { Schedule } from "./types.ts";
import { useScheduleActs } from "./useScheduleActs.ts";

function Line({ schedule, now, onRun }: { schedule: Schedule; now: number; onRun: () => void }) {
  const { run } = useScheduleActs(schedule);
  return (
    <li className="already">
      <div className="grow">
        <div className="strong">{schedule.inWords}</div>
        <div className="muted tiny">{nextInWords(schedule, now)}</div>
      </div>
      <Button icon={<Zap size={16} />} disabled={run.isPending} onClick={() => run.mutate(undefined, { onSuccess: onRun })}>
        Run now
      </Button>
    </li>
  );
}

/** The schedules that an artifact has already. */
export function Already({ schedules, now, onRun }: { schedules: readonly Schedule[]; now: number; onRun: () => void }) {
  return (
    <section className="stack snug" aria-label="Already scheduled">
      <div className="row spread">
        <h3>Already scheduled</h3>
        <ButtonLink look="link" href="/schedules">
          All schedules
        </ButtonLink>
      </div>
      <ul className="box lines">
        {schedules.map((schedule) => (
          <Line key={schedule.id} schedule={schedule} now={now} onRun={onRun} />
        ))}
      </ul>
    </section>
  );
}
