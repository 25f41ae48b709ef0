import { Users } from "lucide-react";
import { useState } from "react";
import { agoOf } from "../host/ages.ts";
import { Empty } from "../ui/Empty.tsx";
import { Segments } from "../ui/Segments.tsx";
import { useNow } from "../ui/useNow.ts";
import { adminServer } from "./adminServer.ts";
import { PagedTable } from "./PagedTable.tsx";
import { usePaged } from "./usePaged.ts";

const views = [
  { value: "people", word: "People" },
  { value: "groups", word: "Groups" },
] as const;

function PeopleList({ query }: { query: string }) {
  const now = useNow(30_000);
  const list = usePaged(["people", query], async (after) => adminServer.people(query, after));
  return (
    <PagedTable
      label="People"
      list={list}
      keyOf={({ id }) => id}
      columns={[
        { head: "Name", cell: ({ name }) => <span className="strong">{name}</span> },
        { head: "E-mail", cell: ({ email }) => email ?? "–" },
        { head: "Groups", cell: ({ groups }) => (groups.length === 0 ? "–" : groups.join(", ")) },
        { head: "Artifacts", number: true, cell: ({ artifacts }) => artifacts },
        { head: "Last here", cell: ({ lastSeenAt }) => agoOf(Date.parse(lastSeenAt), now) },
      ]}
      empty={
        <Empty icon={<Users size={24} />} title="Nobody fits">
          Search by a part of a name or an address, or by the whole name of a group.
        </Empty>
      }
    />
  );
}

function GroupList({ query }: { query: string }) {
  const now = useNow(30_000);
  const list = usePaged(["groups", query], async (after) => adminServer.groups(query, after));
  return (
    <PagedTable
      label="Groups"
      list={list}
      keyOf={({ name }) => name}
      columns={[
        { head: "Group", cell: ({ name }) => <span className="strong">{name}</span> },
        { head: "People", number: true, cell: ({ people }) => people },
        { head: "Shares", number: true, cell: ({ shares }) => shares },
        { head: "Last seen", cell: ({ lastSeenAt }) => agoOf(Date.parse(lastSeenAt), now) },
      ]}
      empty={
        <Empty icon={<Users size={24} />} title="No group fits">
          Groups are listed here once somebody who is in them has signed in.
        </Empty>
      }
    />
  );
}

/** Everyone who has been here, and the groups that the sign-in server put them in. */
export function People({ query }: { query: string }) {
  const [view, setView] = useState<"people" | "groups">("people");
  return (
    <div className="stack">
      <Segments label="What to list" options={views} value={view} onChange={setView} />
      {view === "people" ? <PeopleList query={query} /> : <GroupList query={query} />}
    </div>
  );
}
