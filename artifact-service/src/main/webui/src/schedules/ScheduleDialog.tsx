import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { Fold } from "../ui/Fold.tsx";
import { useToaster } from "../ui/toaster.ts";
import { useNow } from "../ui/useNow.ts";
import { Already } from "./Already.tsx";
import { cronOf, timeZones, usual } from "./presets.ts";
import { ProposedCalls } from "./ProposedCalls.tsx";
import { Reading } from "./Reading.tsx";
import { refreshServer } from "./refreshServer.ts";
import { madeOf, noChoices, reviewed } from "./review.ts";
import { RhythmFields } from "./RhythmFields.tsx";
import { RuleFields } from "./RuleFields.tsx";
import { endOf, terms, usualRules } from "./rules.ts";
import type { NewSchedule } from "./types.ts";

/** When an artifact fetches its data by itself, and what exactly it may fetch then. */
export function ScheduleDialog({ artifactId, title, onClose }: { artifactId: string; title: string; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const now = useNow(30_000);
  const [rhythm, setRhythm] = useState(usual);
  const [zone, setZone] = useState(() => timeZones()[0] ?? "UTC");
  const [rules, setRules] = useState(usualRules);
  const [days, setDays] = useState(0);
  const [choices, setChoices] = useState(noChoices);
  const cron = cronOf(rhythm);
  const existing = useQuery({ queryKey: keys.schedulesOf(artifactId), queryFn: () => refreshServer.schedules(artifactId) });
  const proposal = useQuery({
    queryKey: keys.proposal(artifactId, zone),
    queryFn: () => refreshServer.proposal(artifactId, zone),
    retry: false,
    staleTime: 0,
    // A page that has just been opened has made its calls a moment before they are written down.
    refetchInterval: ({ state }) => (state.data?.calls.length === 0 ? 2_000 : false),
    placeholderData: (before) => before,
  });
  const add = useMutation({
    mutationFn: (body: NewSchedule) => refreshServer.addSchedule(artifactId, body),
    onSuccess: () => {
      say("Scheduled");
      for (const queryKey of [keys.schedules, keys.delegations]) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const calls = proposal.isPlaceholderData ? [] : (proposal.data?.calls ?? []);
  const agreed = reviewed(madeOf(calls, choices), choices);
  const ready = agreed.length > 0 && cron !== "";
  const agree = () => {
    const expiresAt = endOf(days, Date.now());
    add.mutate({ cron, timeZone: zone, ...rules, calls: agreed, ...(expiresAt === undefined ? {} : { expiresAt }) });
  };
  return (
    <Dialog
      title={`Schedule “${title}”`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!ready || add.isPending} onClick={agree}>
            Schedule
          </Button>
        </>
      }
    >
      <p className="muted">Data is fetched at these times, and whoever has the page open hears of it.</p>
      {existing.data !== undefined && existing.data.length > 0 && (
        <Already
          schedules={existing.data}
          now={now}
          onRun={() => {
            say("It is being fetched");
            onClose();
          }}
        />
      )}
      <RhythmFields rhythm={rhythm} onRhythm={setRhythm} zone={zone} onZone={setZone} />
      <Reading cron={cron} zone={zone} />
      <ProposedCalls proposal={proposal.data} error={proposal.error} choices={choices} onChoices={setChoices} />
      <Fold label="More settings">
        <Field label="The page may do this" hint="When the permission ends, the schedule stops and says so.">
          {(control) => (
            <select {...control} className="input" value={days} onChange={(event) => setDays(Number(event.target.value))}>
              {terms.map((term) => (
                <option key={term.days} value={term.days}>
                  {term.label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <RuleFields rules={rules} onRules={setRules} />
      </Fold>
      {add.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(add.error)}
        </div>
      )}
    </Dialog>
  );
}
