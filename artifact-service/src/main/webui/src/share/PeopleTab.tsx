import { AddPeople } from "./AddPeople.tsx";
import { ShareList } from "./ShareList.tsx";
import type { Share } from "./types.ts";
import { useAdding, useEveryone } from "./useShares.ts";
import { WhoseAccess } from "./WhoseAccess.tsx";

/** Who may open an artifact, and with whose access they see its data. */
export function PeopleTab({ id, onMakeOwner }: { id: string; onMakeOwner: (share: Share) => void }) {
  const adding = useAdding(id);
  const everyone = useEveryone(id);
  return (
    <>
      <AddPeople adding={adding} />
      <ShareList id={id} onEveryone={() => everyone.mutate()} onMakeOwner={onMakeOwner} />
      <WhoseAccess id={id} />
    </>
  );
}
