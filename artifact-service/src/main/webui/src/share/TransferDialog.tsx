import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { ConfirmByName } from "../ui/ConfirmByName.tsx";
import { useToaster } from "../ui/toaster.ts";
import { shareServer } from "./shareServer.ts";

interface Props {
  id: string;
  title: string;
  /** Who becomes the owner. */
  to: { readonly name: string; readonly email: string };
  onClose: () => void;
  onDone: () => void;
}

/** Gives an artifact to somebody else. Who gave it away cannot take it back. */
export function TransferDialog({ id, title, to, onClose, onDone }: Props) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const transfer = useMutation({
    mutationFn: () => shareServer.transfer(id, to.email),
    onSuccess: () => {
      say(`${to.name} owns “${title}” now`);
      for (const queryKey of [keys.artifact(id), keys.artifacts, keys.schedules, keys.delegations]) void queries.invalidateQueries({ queryKey });
      onDone();
    },
  });
  return (
    <ConfirmByName
      title={`Make ${to.name} the owner?`}
      name={title}
      act="Make the owner"
      busy={transfer.isPending}
      complaint={transfer.error === null ? undefined : sentenceOf(transfer.error)}
      onConfirm={() => transfer.mutate()}
      onClose={onClose}
    >
      <p>
        {to.name} ({to.email}) decides from then on who opens “{title}”, and can delete it. You can still view and change it.
      </p>
      <p>What it does with your access ends: what you show to others by your connections, and its scheduled refreshes, until the new owner sets them up.</p>
      <p className="muted">You cannot take this back yourself; the new owner can.</p>
    </ConfirmByName>
  );
}
