import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useToaster } from "../ui/toaster.ts";
import { alertKeys, alertsServer } from "./alertsServer.ts";
import { conditionOf, type Draft, draftOf, newDraft, wishOf } from "./draft.ts";
import { SecretNote } from "./SecretNote.tsx";
import { TrialResults } from "./TrialResults.tsx";
import type { Alert, Source, Ways, Wish } from "./types.ts";
import { WayFields } from "./WayFields.tsx";
import { WhatFields } from "./WhatFields.tsx";

interface Props {
  artifactId: string;
  title: string;
  /** The one to change; none for a new one. */
  alert?: Alert;
  onClose: () => void;
}

/** When one wants to be told about an artifact's data, and how. */
export function AlertDialog({ artifactId, title, alert, onClose }: Props) {
  const sources = useQuery({ queryKey: alertKeys.sources(artifactId), queryFn: () => alertsServer.sources(artifactId), retry: false });
  const ways = useQuery({ queryKey: alertKeys.ways, queryFn: alertsServer.ways });
  const heading = alert === undefined ? `Alert me about “${title}”` : "Change this alert";
  if (sources.data !== undefined && ways.data !== undefined) {
    return <Form artifactId={artifactId} heading={heading} alert={alert} sources={sources.data} ways={ways.data} onClose={onClose} />;
  }
  const error = sources.error ?? ways.error;
  return (
    <Dialog title={heading} wide onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
      {error === null ? (
        <div className="skeleton alert-wait" aria-busy />
      ) : (
        <div className="notice old" role="alert">
          {sentenceOf(error)}
        </div>
      )}
    </Dialog>
  );
}

function Form({ artifactId, heading, alert, sources, ways, onClose }: { artifactId: string; heading: string; alert: Alert | undefined; sources: Source[]; ways: Ways; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [draft, setDraft] = useState<Draft>(() => (alert === undefined ? newDraft(sources, ways.mail.available) : draftOf(alert, sources)));
  const save = useMutation({
    mutationFn: (wish: Wish) => (alert === undefined ? alertsServer.add(artifactId, wish) : alertsServer.change(alert, wish)),
    onSuccess: ({ webhookSecret }) => {
      void queries.invalidateQueries({ queryKey: alertKeys.all });
      say(alert === undefined ? "You will be told" : "Changed");
      if (webhookSecret === undefined) onClose();
    },
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const condition = conditionOf(draft, sources);
  const secret = save.data?.webhookSecret;
  if (secret !== undefined) {
    return (
      <Dialog title="The webhook is set up" onClose={onClose} foot={<Button look="primary" onClick={onClose}>Done</Button>}>
        <SecretNote secret={secret} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={heading}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={condition === undefined || save.isPending} onClick={() => condition !== undefined && save.mutate(wishOf(draft, condition))}>
            {alert === undefined ? "Alert me" : "Save"}
          </Button>
        </>
      }
    >
      {sources.length === 0 && <div className="notice old">The last refresh brought nothing that you may see, so there is nothing to look at.</div>}
      <WhatFields draft={draft} sources={sources} onDraft={change} />
      <TrialResults artifactId={artifactId} condition={condition} />
      <WayFields draft={draft} ways={ways} onDraft={change} />
      {save.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(save.error)}
        </div>
      )}
    </Dialog>
  );
}
