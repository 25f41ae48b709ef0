import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Building2, Link2, Trash2 } from "lucide-react";
import { useDeferredValue, useId, useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Share } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { useMe } from "../app/useMe.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { Avatar } from "../ui/Mark.tsx";
import { useToaster } from "../ui/toaster.ts";
import { Trouble } from "../ui/Trouble.tsx";

type ShareRole = Share["role"];

const roles: Record<ShareRole, string> = { viewer: "can view", editor: "can edit" };

function nameOf(share: Share): string {
  return share.person?.name ?? share.name ?? share.email ?? "Someone";
}

function ShareLine({ share, workspace, onRemove, busy }: { share: Share; workspace: string; onRemove: () => void; busy: boolean }) {
  const everyone = share.kind === "workspace";
  const name = everyone ? `Everyone at ${workspace}` : nameOf(share);
  const email = share.person?.email ?? share.email;
  return (
    <li className="share-line">
      {everyone ? (
        <span className="avatar" aria-hidden>
          <Building2 size={16} />
        </span>
      ) : (
        <Avatar name={name} />
      )}
      <div className="grow">
        <div className="cut">{name}</div>
        {!everyone && email != null && email !== name && <div className="muted tiny cut">{email}</div>}
      </div>
      <span className="muted tiny">{roles[share.role]}</span>
      <Button look="quiet" icon={<Trash2 size={16} />} disabled={busy} aria-label={`Remove ${name}`} onClick={onRemove} />
    </li>
  );
}

/** Who else may open an artifact. Each of them sees it with their own sign-ins. */
export function ShareDialog({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const { data: me } = useMe();
  const list = useId();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<ShareRole>("viewer");
  const asked = useDeferredValue(email.trim());
  const workspace = me?.workspace ?? "your workspace";

  const shares = useQuery({ queryKey: keys.shares(id), queryFn: () => server.shares(id) });
  const people = useQuery({
    queryKey: keys.people(asked),
    queryFn: () => server.people(asked),
    enabled: asked.length >= 2,
    staleTime: 60_000,
  });
  const changed = () => queries.invalidateQueries({ queryKey: keys.shares(id) });
  const add = useMutation({
    mutationFn: (wanted: Parameters<typeof server.share>[1]) => server.share(id, wanted),
    onSuccess: () => {
      setEmail("");
      return changed();
    },
  });
  const remove = useMutation({ mutationFn: (share: Share) => server.unshare(id, share.id), onSuccess: changed });

  const copyLink = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}/a/${id}`);
    say("Link copied");
  };

  const everyone = shares.data?.some((share) => share.kind === "workspace") === true;
  return (
    <Dialog
      title={`Share “${title}”`}
      onClose={onClose}
      foot={
        <>
          <Button icon={<Link2 size={16} />} onClick={() => void copyLink()}>
            Copy link
          </Button>
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <form
        className="share-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (email.trim() !== "") add.mutate({ kind: "person", email: email.trim(), role });
        }}
      >
        <Field label="Add a person" complaint={add.error === null ? undefined : sentenceOf(add.error)}>
          {(control) => (
            <div className="row">
              <input
                {...control}
                className="input grow"
                type="email"
                required
                autoComplete="off"
                placeholder="name@company.com"
                list={list}
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
              <select className="input share-role" aria-label="What they may do" value={role} onChange={(event) => setRole(event.target.value as ShareRole)}>
                <option value="viewer">can view</option>
                <option value="editor">can edit</option>
              </select>
              <Button look="primary" type="submit" disabled={add.isPending || email.trim() === ""}>
                Add
              </Button>
            </div>
          )}
        </Field>
        <datalist id={list}>
          {people.data?.map((person) => (
            <option key={person.id} value={person.email}>
              {person.name}
            </option>
          ))}
        </datalist>
      </form>

      <div className="stack snug">
        <h3>Who can open it</h3>
        {shares.error !== null && <Trouble error={shares.error} retry={() => void shares.refetch()} />}
        {shares.isPending && <div className="skeleton share-wait" aria-busy />}
        <ul className="box lines">
          {me !== undefined && (
            <li className="share-line">
              <Avatar name={me.name} />
              <div className="grow cut">{me.name} (you)</div>
              <span className="muted tiny">owner</span>
            </li>
          )}
          {shares.data?.map((share) => (
            <ShareLine key={share.id} share={share} workspace={workspace} busy={remove.isPending} onRemove={() => remove.mutate(share)} />
          ))}
          {!everyone && shares.data !== undefined && (
            <li className="share-line">
              <span className="avatar" aria-hidden>
                <Building2 size={16} />
              </span>
              <div className="grow cut">Everyone at {workspace}</div>
              <Button disabled={add.isPending} onClick={() => add.mutate({ kind: "workspace", role: "viewer" })}>
                Let them view
              </Button>
            </li>
          )}
        </ul>
        {remove.error !== null && <div className="notice failing">{sentenceOf(remove.error)}</div>}
        <p className="muted tiny">Everyone sees the page with their own sign-ins: what a person may not see at the source, the page does not show them.</p>
      </div>
    </Dialog>
  );
}
