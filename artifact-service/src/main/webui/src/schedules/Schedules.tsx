import { Tabs } from "radix-ui";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { Shell } from "../app/Shell.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Permissions } from "./Permissions.tsx";
import { RunHistory } from "./RunHistory.tsx";
import { ScheduleList } from "./ScheduleList.tsx";

const tabs = [
  { value: "schedules", label: "Schedules" },
  { value: "runs", label: "Runs" },
  { value: "permissions", label: "Permissions" },
] as const;

/** What refreshes by itself, how that went, and what it is allowed to do. */
export function Schedules() {
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState("");
  const asked = params.get("tab");
  const tab = tabs.find(({ value }) => value === asked)?.value ?? "schedules";
  const clear = () => setQuery("");
  return (
    <Shell title="Schedules" search={<SearchField label="Search schedules" value={query} onChange={setQuery} />}>
      <div className="narrow stack">
        <h1>Schedules</h1>
        <Tabs.Root value={tab} onValueChange={(value) => setParams(value === "schedules" ? {} : { tab: value }, { replace: true })}>
          <Tabs.List className="tabs" aria-label="What to show">
            {tabs.map(({ value, label }) => (
              <Tabs.Trigger key={value} value={value} className="tab">
                {label}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value="schedules" className="schedules-tab">
            <ScheduleList query={query} onClear={clear} />
          </Tabs.Content>
          <Tabs.Content value="runs" className="schedules-tab">
            <RunHistory query={query} onClear={clear} />
          </Tabs.Content>
          <Tabs.Content value="permissions" className="schedules-tab">
            <Permissions query={query} onClear={clear} />
          </Tabs.Content>
        </Tabs.Root>
      </div>
    </Shell>
  );
}
