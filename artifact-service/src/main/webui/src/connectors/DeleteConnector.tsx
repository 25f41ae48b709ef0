import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Connector } from "./types.ts";
import { keys } from "../app/keys.ts";
import { ConfirmByName } from "../ui/ConfirmByName.tsx";
import { useToaster } from "../ui/toaster.ts";
import { Consequences } from "./Consequences.tsx";

export function DeleteConnector({ connector, onClose, onDeleted }: { connector: Connector; onClose: () => void; onDeleted: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const remove = useMutation({
    mutationFn: () => server.deleteConnector(connector.id),
    onSuccess: () => {
      say(`“${connector.name}” was deleted`);
      queries.removeQueries({ queryKey: keys.connector(connector.id) });
      void queries.invalidateQueries({ queryKey: keys.connectors });
      onDeleted();
    },
  });
  return (
    <ConfirmByName
      title={`Delete “${connector.name}”?`}
      name={connector.name}
      act="Delete"
      busy={remove.isPending}
      complaint={remove.error === null ? undefined : sentenceOf(remove.error)}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>
        This forgets the sign-in{connector.scope === "workspace" ? " of everyone" : ""}, the policies and the last good data of this system. Pages that
        use it stay, but show no data from it.
      </p>
      <Consequences connector={connector} />
      <p className="muted">Nothing is changed in the system itself.</p>
    </ConfirmByName>
  );
}
