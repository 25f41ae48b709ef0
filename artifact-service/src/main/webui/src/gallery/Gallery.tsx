import { FileSearch, LayoutTemplate, Sparkles, Users } from "lucide-react";
import { Tabs } from "radix-ui";
import { useDeferredValue, useState, type ReactNode } from "react";
import { useSearchParams } from "wouter";
import type { Scope } from "../api/types.ts";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { useNextRefreshes } from "../schedules/useNextRefreshes.ts";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Card } from "./Card.tsx";
import { CardSkeletons } from "./CardSkeletons.tsx";
import { Templates } from "./Templates.tsx";
import { useCards } from "./useCards.ts";

const tabs = [
  { value: "recent", label: "Recent" },
  { value: "mine", label: "Mine" },
  { value: "shared", label: "Shared with me" },
  { value: "templates", label: "Templates" },
] as const;

const empties: Record<Scope, { icon: ReactNode; title: string; text: string; action?: ReactNode }> = {
  recent: {
    icon: <Sparkles size={24} />,
    title: "Your first page is two clicks away",
    text: "Start from a template, or bring a page that Claude made for you.",
    action: (
      <ButtonLink look="primary" href="/new">
        Make an artifact
      </ButtonLink>
    ),
  },
  mine: {
    icon: <LayoutTemplate size={24} />,
    title: "You have made no page yet",
    text: "Start from a template, or bring a page that Claude made for you.",
    action: (
      <ButtonLink look="primary" href="/new">
        Make an artifact
      </ButtonLink>
    ),
  },
  shared: {
    icon: <Users size={24} />,
    title: "Nothing is shared with you yet",
    text: "When a colleague shares a page with you, it appears here.",
  },
};

function List({ scope, query, onClear }: { scope: Scope; query: string; onClear: () => void }) {
  const { cards, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useCards(scope, query);
  const next = useNextRefreshes();
  const { data: me } = useMe();
  if (isPending) return <CardSkeletons />;
  if (error !== null && cards === undefined) return <Trouble error={error} retry={() => void refetch()} />;
  if (cards?.length === 0 && query !== "") {
    return (
      <Empty icon={<FileSearch size={24} />} title={`Nothing is called “${query}”`} action={<Button onClick={onClear}>Clear the search</Button>}>
        Titles, descriptions and people are searched.
      </Empty>
    );
  }
  if (cards?.length === 0) {
    const { icon, title, text, action } = empties[me?.creator === false ? "shared" : scope];
    return (
      <Empty icon={icon} title={title} action={action}>
        {text}
      </Empty>
    );
  }
  return (
    <>
      <ul className="cards">
        {cards?.map((card) => (
          <Card key={card.id} card={card} nextAt={next.get(card.id)} />
        ))}
      </ul>
      {hasNextPage && (
        <div className="gallery-more">
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

/** Every page that a person can open. */
export function Gallery() {
  const [params, setParams] = useSearchParams();
  const tab = params.get("tab") ?? "recent";
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query.trim());
  return (
    <Shell title="Artifacts" search={<SearchField label="Search artifacts" value={query} onChange={setQuery} />}>
      <h1 className="visually-hidden">Artifacts</h1>
      <Tabs.Root value={tab} onValueChange={(value) => setParams(value === "recent" ? {} : { tab: value }, { replace: true })}>
        <Tabs.List className="tabs" aria-label="Which artifacts">
          {tabs.map(({ value, label }) => (
            <Tabs.Trigger key={value} value={value} className="tab">
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {tabs.map(({ value }) => (
          <Tabs.Content key={value} value={value} className="gallery">
            {value === "templates" ? <Templates query={asked} /> : <List scope={value} query={asked} onClear={() => setQuery("")} />}
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Shell>
  );
}
