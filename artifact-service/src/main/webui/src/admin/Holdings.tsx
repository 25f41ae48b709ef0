import { Files } from "lucide-react";
import { useState } from "react";
import { agoOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { useNow } from "../ui/useNow.ts";
import { adminServer } from "./adminServer.ts";
import { PagedTable } from "./PagedTable.tsx";
import { Reassign } from "./Reassign.tsx";
import type { Holding } from "./types.ts";
import { usePaged } from "./usePaged.ts";

/** All artifacts and whose they are. What is in them is for those they are shared with. */
export function Holdings({ query }: { query: string }) {
  const now = useNow(30_000);
  const [orphan, setOrphan] = useState<Holding>();
  const list = usePaged(["artifacts", query], async (after) => adminServer.artifacts(query, after));
  return (
    <div className="stack">
      <p className="muted">You see which artifacts there are, not what is in them. Give one to somebody else when its owner has left.</p>
      <PagedTable
        label="Artifacts"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          { head: "Artifact", cell: ({ title }) => <span className="strong">{title}</span> },
          { head: "Owner", cell: ({ owner }) => owner.name },
          { head: "Owner last here", cell: ({ owner }) => agoOf(Date.parse(owner.lastSeenAt), now) },
          { head: "Connectors", cell: ({ connectors }) => (connectors.length === 0 ? "–" : connectors.join(", ")) },
          { head: "Shares", number: true, cell: ({ shares }) => shares },
          { head: "Last opened", cell: ({ openedAt }) => (openedAt == null ? "never" : agoOf(Date.parse(openedAt), now)) },
          {
            head: "Ownership",
            cell: (artifact) => (
              <Button look="link" aria-label={`Reassign ${artifact.title}`} onClick={() => setOrphan(artifact)}>
                Reassign
              </Button>
            ),
          },
        ]}
        empty={
          <Empty icon={<Files size={24} />} title={query === "" ? "There are no artifacts yet" : "No artifact fits"}>
            Search by a part of the title or of its owner’s name.
          </Empty>
        }
      />
      {orphan !== undefined && <Reassign artifact={orphan} onClose={() => setOrphan(undefined)} />}
    </div>
  );
}
