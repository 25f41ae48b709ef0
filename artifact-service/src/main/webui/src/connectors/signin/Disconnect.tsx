import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { Connector } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useToaster } from "../../ui/toaster.ts";
import { eachSignsIn } from "../connectorWords.ts";
import { Consequences } from "../Consequences.tsx";

/** Ends a sign-in, having said which pages it stops. */
export function Disconnect({ connector, onClose }: { connector: Connector; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const own = eachSignsIn(connector) || connector.scope === "personal";
  const disconnect = useMutation({
    mutationFn: () => server.disconnect(connector.id),
    onSuccess: () => {
      say(`Disconnected from ${connector.name}`);
      void queries.invalidateQueries({ queryKey: keys.connectors });
      onClose();
    },
  });
  return (
    <Dialog
      title={`Disconnect from ${connector.name}?`}
      role="alertdialog"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Stay connected</Button>
          <Button look="danger" className="primary" disabled={disconnect.isPending} onClick={() => disconnect.mutate()}>
            {disconnect.isPending ? "Disconnecting…" : "Disconnect"}
          </Button>
        </>
      }
    >
      <p>
        {own ? "Your sign-in is ended at the service and forgotten here." : "The workspace's sign-in is ended at the service and forgotten here, for everyone."} Kept answers are forgotten too.
      </p>
      <Consequences connector={connector} />
      <p className="muted">Signing in again brings everything back.</p>
      {disconnect.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(disconnect.error)}
        </div>
      )}
    </Dialog>
  );
}
