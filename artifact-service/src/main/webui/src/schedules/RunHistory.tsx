import { useInfiniteQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useState } from "react";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { refreshServer } from "./refreshServer.ts";
import { RunFilters } from "./RunFilters.tsx";
import { RunLine } from "./RunLine.tsx";
import { isOver } from "./runWords.ts";
import type { Run, RunFilter } from "./types.ts";
import { useRunEvents } from "./useRunEvents.ts";
import { useSchedules } from "./useSchedules.ts";

const pageSize = 30;

function useRuns(filter: RunFilter) {
  return useInfiniteQuery({
    queryKey: keys.runList(filter),
    queryFn: ({ pageParam }) => refreshServer.runs(filter, pageParam, pageSize),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.id),
    refetchInterval: ({ state }) => (state.data?.pages[0]?.some((run) => !isOver(run)) === true ? 3_000 : 30_000),
  });
}

/** Every run, the newest first, as far back as they are kept. */
export function RunHistory({ query, onClear }: { query: string; onClear: () => void }) {
  const [filter, setFilter] = useState<RunFilter>({});
  const now = useNow(5_000);
  const schedules = useSchedules();
  const runs = useRuns(filter);
  useRunEvents(schedules.data);
  const titles = new Map((schedules.data ?? []).map(({ artifactId, artifactTitle }) => [artifactId, artifactTitle]));
  const titleOf = (run: Run) => run.artifactTitle ?? titles.get(run.artifactId) ?? "A schedule that was deleted";
  const wanted = query.trim().toLowerCase();
  const found = runs.data?.pages.flat().filter((run) => titleOf(run).toLowerCase().includes(wanted));
  const filtered = wanted !== "" || Object.keys(filter).length > 0;
  const clear = () => {
    setFilter({});
    onClear();
  };
  return (
    <div className="stack">
      <RunFilters filter={filter} onFilter={setFilter} schedules={schedules.data ?? []} />
      {runs.isPending && <Skeleton rows={5} />}
      {runs.error !== null && runs.data === undefined && <Trouble error={runs.error} retry={() => void runs.refetch()} />}
      {found?.length === 0 && (
        <Empty
          icon={<ListChecks size={24} />}
          title={filtered ? "No run fits" : "Nothing has run yet"}
          action={filtered ? <Button onClick={clear}>Show all runs</Button> : undefined}
        >
          {filtered ? "Look at other days, or at all artifacts." : "As soon as a schedule fires, each of its runs appears here, call by call."}
        </Empty>
      )}
      {found !== undefined && found.length > 0 && (
        <ul className="box lines" aria-label="Runs">
          {found.map((run) => (
            <RunLine key={run.id} run={run} now={now} title={titleOf(run)} />
          ))}
        </ul>
      )}
      {runs.hasNextPage && (
        <Button disabled={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
          Older runs
        </Button>
      )}
    </div>
  );
}
