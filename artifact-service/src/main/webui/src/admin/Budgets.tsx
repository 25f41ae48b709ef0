import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { Empty } from "../ui/Empty.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { adminServer } from "./adminServer.ts";
import { RowTable, type Column } from "./PagedTable.tsx";
import type { Budget, Spending } from "./types.ts";

/** As many as the server tells. */
const most = 200;
const tokens = new Intl.NumberFormat();
const hour = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

function share(used: number, all: number): string {
  return all === 0 ? "–" : `${Math.round((100 * used) / all)} %`;
}

function columns(tokensPerDay: number, artifacts: boolean): readonly Column<Spending>[] {
  return [
    ...(artifacts ? [{ head: "Artifact", cell: ({ title }: Spending) => <span className="strong">{title}</span> }] : []),
    { head: "Person", cell: ({ personName }) => personName },
    { head: "Used", number: true, cell: ({ tokensUsed }) => tokens.format(tokensUsed) },
    { head: "Left", number: true, cell: ({ tokensUsed }) => tokens.format(Math.max(0, tokensPerDay - tokensUsed)) },
    { head: "Of the budget", number: true, cell: ({ tokensUsed }) => share(tokensUsed, tokensPerDay) },
  ];
}

function Spendings({ title, nothing, budget, artifacts }: { title: string; nothing: string; budget: Budget; artifacts: boolean }) {
  return (
    <div className="stack snug">
      <h2>{title}</h2>
      {budget.items.length === 0 ? (
        <Empty icon={<Sparkles size={24} />} heading="h2" title={nothing}>
          What is used of the daily budget is listed here.
        </Empty>
      ) : (
        <RowTable
          label={title}
          rows={budget.items}
          columns={columns(budget.tokensPerDay, artifacts)}
          keyOf={({ artifactId, personId }) => `${artifactId ?? ""} ${personId}`}
        />
      )}
      {budget.items.length >= most && <p className="muted tiny">These {most} used most. Search to find others.</p>}
    </div>
  );
}

/** What was used of Claude today: by the questions of pages, and by the making of pages. */
export function Budgets({ query }: { query: string }) {
  const budgets = useQuery({
    queryKey: ["admin", "budgets", query],
    queryFn: async () => adminServer.budgets(query),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  });
  if (budgets.isPending) return <div className="skeleton list-wait" aria-busy />;
  if (budgets.data === undefined) return <Trouble error={budgets.error} retry={() => void budgets.refetch()} />;
  const { asks, authoring, resetsAt } = budgets.data;
  const none = query === "" ? "" : " that fits the search";
  return (
    <div className="stack">
      <Spendings title="Questions of pages today" nothing={`No page${none} has asked Claude today`} budget={asks} artifacts />
      <Spendings title="Pages made today" nothing={`Nobody${none} has had a page made today`} budget={authoring} artifacts={false} />
      <p className="muted tiny">In tokens, read and written. The budgets start anew at {hour.format(Date.parse(resetsAt))}.</p>
    </div>
  );
}
