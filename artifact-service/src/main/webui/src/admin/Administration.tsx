import { useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useState } from "react";
import { server } from "../api/server.ts";
import type { AskBudget } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { Shell } from "../app/Shell.tsx";
import { Empty } from "../ui/Empty.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Trouble } from "../ui/Trouble.tsx";

const tokens = new Intl.NumberFormat();
const hour = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

function share({ tokensUsed, tokensLeft }: AskBudget): string {
  const all = tokensUsed + tokensLeft;
  return all === 0 ? "–" : `${Math.round((100 * tokensUsed) / all)} %`;
}

function Budgets({ budgets }: { budgets: readonly AskBudget[] }) {
  const [first] = budgets;
  return (
    <>
      <div className="table-scroll tall" tabIndex={0} role="region" aria-label="What pages asked Claude today">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Artifact</th>
              <th scope="col">Person</th>
              <th scope="col" className="number">
                Used
              </th>
              <th scope="col" className="number">
                Left
              </th>
              <th scope="col" className="number">
                Of the budget
              </th>
            </tr>
          </thead>
          <tbody>
            {budgets.map((budget) => (
              <tr key={`${budget.artifactId} ${budget.personId}`}>
                <td>{budget.title}</td>
                <td>{budget.personName}</td>
                <td className="number">{tokens.format(budget.tokensUsed)}</td>
                <td className="number">{tokens.format(budget.tokensLeft)}</td>
                <td className="number">{share(budget)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {first !== undefined && (
        <p className="muted tiny">
          In tokens, read and written, for each artifact and person. The budgets start anew at {hour.format(Date.parse(first.resetsAt))}.
        </p>
      )}
    </>
  );
}

/** `/admin`: what administrators keep an eye on. */
export function Administration() {
  const [query, setQuery] = useState("");
  const budgets = useQuery({ queryKey: keys.askBudgets, queryFn: server.askBudgets, refetchInterval: 30_000 });
  const wanted = query.trim().toLowerCase();
  const found = budgets.data?.filter(({ title, personName }) => `${title} ${personName}`.toLowerCase().includes(wanted));
  return (
    <Shell title="Administration" search={<SearchField label="Search artifacts and people" value={query} onChange={setQuery} />}>
      <div className="narrow stack">
        <h1>Administration</h1>
        <h2>Claude today</h2>
        {budgets.isPending && <div className="skeleton list-wait" aria-busy />}
        {budgets.error !== null && budgets.data === undefined && <Trouble error={budgets.error} retry={() => void budgets.refetch()} />}
        {found?.length === 0 && (
          <Empty
            icon={<Sparkles size={24} />}
            title={wanted === "" ? "No page has asked Claude today" : `Nothing that fits “${query}” has asked Claude today`}
          >
            What each page and person use of their daily budget is listed here.
          </Empty>
        )}
        {found !== undefined && found.length > 0 && <Budgets budgets={found} />}
      </div>
    </Shell>
  );
}
