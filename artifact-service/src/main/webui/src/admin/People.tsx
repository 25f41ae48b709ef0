import { useMutation } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useId, useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { agoOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { Check } from "../ui/Check.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Segments } from "../ui/Segments.tsx";
import { useToaster } from "../ui/toaster.ts";
import { useNow } from "../ui/useNow.ts";
import { adminServer } from "./adminServer.ts";
import { PagedTable } from "./PagedTable.tsx";
import type { Someone } from "./types.ts";
import { usePaged } from "./usePaged.ts";

const views = [
  { value: "people", word: "People" },
  { value: "groups", word: "Groups" },
] as const;

function SignOut({ person, onClose }: { person: Someone; onClose: () => void }) {
  const { say } = useToaster();
  const [tokens, setTokens] = useState(false);
  const id = useId();
  const act = useMutation({
    mutationFn: async () => {
      await adminServer.signOut(person.id);
      if (tokens) await adminServer.revokeTokens(person.id);
    },
    onSuccess: () => {
      say(`${person.name} is signed out everywhere`);
      onClose();
    },
  });
  return (
    <Dialog
      title={`Sign ${person.name} out everywhere?`}
      role="alertdialog"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" className="primary" disabled={act.isPending} onClick={() => act.mutate()}>
            Sign out
          </Button>
        </>
      }
    >
      <p>Every browser of theirs has to sign in again, and their open artifacts are closed. Nothing of theirs is lost. To keep them out, block them at the sign-in server as well.</p>
      <div className="account-scope">
        <Check id={id} checked={tokens} onChange={setTokens} />
        <label htmlFor={id}>
          <span>Revoke the tokens of their programs too</span>
          <span className="muted tiny">These programs stop working for good.</span>
        </label>
      </div>
      {act.error !== null && <p className="complaint">{sentenceOf(act.error)}</p>}
    </Dialog>
  );
}

function PeopleList({ query }: { query: string }) {
  const now = useNow(30_000);
  const [leaving, setLeaving] = useState<Someone>();
  const list = usePaged(["people", query], async (after) => adminServer.people(query, after));
  return (
    <>
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
          {
            head: "Sessions",
            cell: (person) => (
              <Button look="link" aria-label={`Sign out ${person.name} everywhere`} onClick={() => setLeaving(person)}>
                Sign out
              </Button>
            ),
          },
        ]}
        empty={
          <Empty icon={<Users size={24} />} title="Nobody fits">
            Search by a part of a name or an address, or by the whole name of a group.
          </Empty>
        }
      />
      {leaving !== undefined && <SignOut person={leaving} onClose={() => setLeaving(undefined)} />}
    </>
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
