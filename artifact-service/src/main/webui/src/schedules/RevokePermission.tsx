import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useToaster } from "../ui/toaster.ts";
import { refreshServer } from "./refreshServer.ts";
import type { Delegation } from "./types.ts";

const refreshed =
  "The page no longer fetches data with your connections while you are away: its schedule stops at the next time. What was kept so far stays, and you can allow it again.";
const shown = "Whoever opens the page no longer sees what your connection answers: from now on they use their own. You can show it again where you share the page.";

/** Taking a permission back: says what ends with it. */
export function RevokePermission({ delegation: { artifactId, connectorId, title }, onClose }: { delegation: Delegation; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const revoke = useMutation({
    mutationFn: () => (connectorId == null ? refreshServer.revokeDelegation(artifactId) : refreshServer.hideSource(artifactId, connectorId)),
    onSuccess: async () => {
      say("Taken back");
      await Promise.all([keys.delegations, keys.schedules].map((queryKey) => queries.invalidateQueries({ queryKey })));
      onClose();
    },
  });
  return (
    <Dialog
      title={connectorId == null ? `Take back what “${title}” may do?` : `Take back what “${title}” shows to others?`}
      role="alertdialog"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" className="primary" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
            Take back
          </Button>
        </>
      }
    >
      <p>{connectorId == null ? refreshed : shown}</p>
      {revoke.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(revoke.error)}
        </div>
      )}
    </Dialog>
  );
}
