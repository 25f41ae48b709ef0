import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useToaster } from "../ui/toaster.ts";
import { refreshServer } from "./refreshServer.ts";
import type { Delegation } from "./types.ts";

/** Taking a permission back: says what ends with it. */
export function RevokePermission({ delegation: { artifactId, title }, onClose }: { delegation: Delegation; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const revoke = useMutation({
    mutationFn: () => refreshServer.revokeDelegation(artifactId),
    onSuccess: async () => {
      say("Taken back");
      await Promise.all([keys.delegations, keys.schedules].map((queryKey) => queries.invalidateQueries({ queryKey })));
      onClose();
    },
  });
  return (
    <Dialog
      title={`Take back what “${title}” may do?`}
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
      <p>The page no longer fetches data with your connections while you are away: its schedule stops at the next time. What was kept so far stays, and you can allow it again.</p>
      {revoke.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(revoke.error)}
        </div>
      )}
    </Dialog>
  );
}
