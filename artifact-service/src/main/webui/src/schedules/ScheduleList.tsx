import { CalendarClock } from "lucide-react";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { ScheduleLine } from "./ScheduleLine.tsx";
import { useRunEvents } from "./useRunEvents.ts";
import { useSchedules } from "./useSchedules.ts";

/** What refreshes by itself, when, and how it went. */
export function ScheduleList({ query, onClear }: { query: string; onClear: () => void }) {
  const now = useNow(5_000);
  const schedules = useSchedules();
  useRunEvents(schedules.data);
  if (schedules.isPending) return <div className="skeleton list-wait" aria-busy />;
  if (schedules.data === undefined) return <Trouble error={schedules.error} retry={() => void schedules.refetch()} />;
  const wanted = query.trim().toLowerCase();
  const found = schedules.data.filter(({ artifactTitle, inWords }) => `${artifactTitle} ${inWords}`.toLowerCase().includes(wanted));
  if (found.length > 0) {
    return (
      <ul className="box lines">
        {found.map((schedule) => (
          <ScheduleLine key={schedule.id} schedule={schedule} now={now} />
        ))}
      </ul>
    );
  }
  if (wanted !== "") {
    return <Empty icon={<CalendarClock size={24} />} title={`No schedule fits “${query}”`} action={<Button onClick={onClear}>Clear the search</Button>} />;
  }
  return (
    <Empty
      icon={<CalendarClock size={24} />}
      title="Nothing refreshes by itself yet"
      action={
        <ButtonLink look="primary" href="/">
          Choose an artifact
        </ButtonLink>
      }
    >
      Open an artifact and choose Schedule, for example every Monday at 7:00.
    </Empty>
  );
}
