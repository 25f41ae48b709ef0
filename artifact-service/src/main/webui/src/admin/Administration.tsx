import { LockKeyhole } from "lucide-react";
import { Tabs } from "radix-ui";
import { useDeferredValue, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { useSearchParams } from "wouter";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import "../styles/admin.css";
import { ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { AuditLog } from "./AuditLog.tsx";
import { Budgets } from "./Budgets.tsx";
import { Holdings } from "./Holdings.tsx";
import { People } from "./People.tsx";
import { Policies } from "./Policies.tsx";
import { System } from "./System.tsx";

interface Tab {
  readonly value: string;
  readonly label: string;
  /** What the search field finds here; none where there is nothing to search. */
  readonly finds?: string;
  readonly screen: (query: string, workspace: string) => ReactNode;
}

const people: Tab = { value: "people", label: "People", finds: "Search people and groups", screen: (query) => <People query={query} /> };
const tabs: readonly Tab[] = [
  people,
  { value: "artifacts", label: "Artifacts", finds: "Search artifacts and owners", screen: (query) => <Holdings query={query} /> },
  {
    value: "connectors",
    label: "Connectors and policy",
    finds: "Search connectors",
    screen: (query, workspace) => <Policies query={query} workspace={workspace} />,
  },
  { value: "budgets", label: "Budgets", finds: "Search artifacts and people", screen: (query) => <Budgets query={query} /> },
  { value: "audit", label: "Audit log", finds: "Search people in the log", screen: (query) => <AuditLog query={query} /> },
  { value: "system", label: "System", screen: () => <System /> },
];

/** Brings the chosen tab into the middle of a row that is wider than the screen. */
function useChosenInSight(chosen: string, there: boolean) {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const tab = row.current?.querySelector(`[data-tab="${chosen}"]`);
    if (row.current === null || tab == null) return;
    const [all, one] = [row.current.getBoundingClientRect(), tab.getBoundingClientRect()];
    row.current.scrollLeft += one.left + one.width / 2 - all.left - all.width / 2;
  }, [chosen, there]);
  return row;
}

/** `/admin`: what administrators keep an eye on. */
export function Administration() {
  const { data: me } = useMe();
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query.trim());
  const tab = tabs.find(({ value }) => value === params.get("tab")) ?? people;
  const inSight = useChosenInSight(tab.value, me !== undefined);
  const change = (value: string) => {
    setQuery("");
    setParams(value === people.value ? {} : { tab: value }, { replace: true });
  };
  if (me !== undefined && !me.admin) {
    return (
      <Shell title="Administration">
        <Empty heading="h1" icon={<LockKeyhole size={24} />} title="This is for administrators" action={<ButtonLink href="/">Go to your artifacts</ButtonLink>}>
          Ask whoever runs Live Artifacts for you if you need to get in here.
        </Empty>
      </Shell>
    );
  }
  return (
    <Shell title="Administration" search={tab.finds === undefined ? undefined : <SearchField label={tab.finds} value={query} onChange={setQuery} />}>
      <div className="stack">
        <h1>Administration</h1>
        <Tabs.Root value={tab.value} onValueChange={change}>
          <Tabs.List ref={inSight} className="tabs" aria-label="Administration">
            {tabs.map(({ value, label }) => (
              <Tabs.Trigger key={value} value={value} className="tab" data-tab={value}>
                {label}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {tabs.map(({ value, screen }) => (
            <Tabs.Content key={value} value={value} className="admin-tab" tabIndex={-1}>
              {me !== undefined && screen(asked, me.workspace)}
            </Tabs.Content>
          ))}
        </Tabs.Root>
      </div>
    </Shell>
  );
}
