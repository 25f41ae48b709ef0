import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useToaster } from "../ui/toaster.ts";
import { timeZones } from "./presets.ts";
import { ProposedCalls } from "./ProposedCalls.tsx";
import { refreshServer } from "./refreshServer.ts";
import { madeOf, noChoices, reviewed } from "./review.ts";
import type { Delegation } from "./types.ts";

/** What the page asks for by now, to be allowed in place of what it asked for then. */
export function ReviewPermission({ delegation: { artifactId, title }, onClose }: { delegation: Delegation; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [zone] = useState(() => timeZones()[0] ?? "UTC");
  const [choices, setChoices] = useState(noChoices);
  const proposal = useQuery({ queryKey: keys.proposal(artifactId, zone), queryFn: () => refreshServer.proposal(artifactId, zone), retry: false, staleTime: 0 });
  const calls = reviewed(madeOf(proposal.data?.calls ?? [], choices), choices);
  const allow = useMutation({
    mutationFn: () => refreshServer.delegate(artifactId, { timeZone: zone, calls }),
    onSuccess: async () => {
      say("Allowed");
      await queries.invalidateQueries({ queryKey: keys.delegations });
      onClose();
    },
  });
  return (
    <Dialog
      title={`What “${title}” may fetch`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={calls.length === 0 || allow.isPending} onClick={() => allow.mutate()}>
            Allow
          </Button>
        </>
      }
    >
      <ProposedCalls proposal={proposal.data} error={proposal.error} choices={choices} onChoices={setChoices} />
      {allow.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(allow.error)}
        </div>
      )}
    </Dialog>
  );
}
