import { Clock } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { Link } from "wouter";
import { momentOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { State } from "../ui/State.tsx";
import { contentOf, dayInWords, outcomes, timeOf } from "./snapshotWords.ts";
import { timelineOf } from "./timeline.ts";
import type { Snapshot } from "./types.ts";
import { useSnapshots } from "./useSnapshots.ts";

interface Props {
  id: string;
  asOf: Snapshot | undefined;
  frozen: boolean;
  now: number;
}

function Times({ id, chosen, now, onPick }: { id: string; chosen: string | undefined; now: number; onPick: () => void }) {
  const pages = useSnapshots(id);
  if (pages.isPending) return <div className="skeleton panel-wait" aria-busy />;
  const days = timelineOf([], pages.data?.pages.flat() ?? [], "snapshots", false);
  if (days.length === 0) return <p className="muted time-none">Each scheduled refresh is kept. From the first one on, this page can be opened as it was then.</p>;
  return (
    <>
      <Link href={`/a/${id}`} className="menu-item" aria-current={chosen === undefined ? "true" : undefined} onClick={onPick}>
        <Clock size={16} />
        Now
      </Link>
      {days.map(({ start, moments }) => (
        <section key={start}>
          <h3 className="time-day">{dayInWords(start, now)}</h3>
          {moments.map(({ at, exact, ...moment }) =>
            moment.kind === "snapshot" ? (
              <Link key={moment.snapshot.id} href={`/a/${id}?asOf=${moment.snapshot.id}`} className="menu-item" aria-current={moment.snapshot.id === chosen ? "true" : undefined} onClick={onPick}>
                <State look={outcomes[moment.snapshot.outcome].look}>
                  <span className="numbers strong">{timeOf(at, exact)}</span>
                </State>
                <span className="muted tiny cut">{contentOf(moment.snapshot)}</span>
                {moment.snapshot.outcome !== "finished" && <span className="visually-hidden">{outcomes[moment.snapshot.outcome].word}</span>}
              </Link>
            ) : null,
          )}
        </section>
      ))}
      {pages.hasNextPage && (
        <Button look="quiet" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Older
        </Button>
      )}
    </>
  );
}

/** In the header: opens the page as it was at any refresh that was kept. */
export function TimePicker({ id, asOf, frozen, now }: Props) {
  const [open, setOpen] = useState(false);
  const word = !frozen ? "Now" : asOf === undefined ? "Then" : momentOf(Date.parse(asOf.takenAt), now);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button look="quiet" className="bar-wide" icon={<Clock size={16} />} aria-label={`Time: ${word}`} title="Open as it was">
          <span className="bar-word numbers">{word}</span>
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover times" aria-label="Open as it was" align="end" sideOffset={6} collisionPadding={12}>
          <Times id={id} chosen={frozen ? (asOf?.id ?? "") : undefined} now={now} onPick={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
