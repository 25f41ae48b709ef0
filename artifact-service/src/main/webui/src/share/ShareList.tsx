import { useState } from "react";
import { useMe } from "../app/useMe.ts";
import { Button } from "../ui/Button.tsx";
import { Avatar } from "../ui/Mark.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { useSettled } from "../ui/useSettled.ts";
import { countInWords } from "./shareWords.ts";
import { ShareLine } from "./ShareLine.tsx";
import { SubjectMark } from "./SubjectMark.tsx";
import type { Share } from "./types.ts";
import { useShareActs, useShares } from "./useShares.ts";

/** From so many on, a list is searched rather than read. */
const manyFrom = 8;

interface Props {
  id: string;
  onEveryone: () => void;
  onMakeOwner: (share: Share) => void;
}

function Everyone({ workspace, onShare }: { workspace: string; onShare: () => void }) {
  return (
    <li className="share-line">
      <SubjectMark kind="workspace" name={workspace} />
      <div className="grow">Everyone at {workspace}</div>
      <Button onClick={onShare}>Let them view</Button>
    </li>
  );
}

/** Who may open an artifact. A long list is shown a part at a time, and searched. */
export function ShareList({ id, onEveryone, onMakeOwner }: Props) {
  const { data: me } = useMe();
  const now = useNow(30_000);
  const [query, setQuery] = useState("");
  const asked = useSettled(query.trim(), 200);
  const { shares, total = 0, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useShares(id, asked);
  const { change, remove } = useShareActs(id);
  const workspace = me?.workspace ?? "your workspace";
  const busy = (share: Share) => (change.isPending && change.variables.share.id === share.id) || (remove.isPending && remove.variables.id === share.id);
  const everyone = shares?.some(({ kind }) => kind === "workspace") === true;
  if (isPending) return <Skeleton rows={3} />;
  if (error !== null && shares === undefined) return <Trouble error={error} retry={() => void refetch()} />;
  return (
    <section className="stack snug" aria-label="Who can open it">
      <h3>Who can open it</h3>
      {(total > manyFrom || query !== "") && (
        <div className="row share-search">
          <SearchField label="Search who can open it" value={query} onChange={setQuery} />
          <span className="muted tiny numbers" role="status">
            {countInWords(total)}
          </span>
        </div>
      )}
      <ul className="box lines share-list">
        {me !== undefined && asked === "" && (
          <li className="share-line">
            <Avatar name={me.name} />
            <div className="grow cut">{me.name} (you)</div>
            <span className="muted tiny share-owner">owner</span>
          </li>
        )}
        {!everyone && !hasNextPage && asked === "" && <Everyone workspace={workspace} onShare={onEveryone} />}
        {shares?.map((share) => (
          <ShareLine
            key={share.id}
            share={share}
            workspace={workspace}
            now={now}
            busy={busy(share)}
            onChange={(wanted) => change.mutate({ share, change: wanted })}
            onRemove={() => remove.mutate(share)}
            onMakeOwner={() => onMakeOwner(share)}
          />
        ))}
        {shares?.length === 0 && asked !== "" && <li className="share-line muted">Nobody who can open it fits “{asked}”.</li>}
      </ul>
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more ({(total - (shares?.length ?? 0)).toLocaleString("en-GB")} left)
        </Button>
      )}
    </section>
  );
}
