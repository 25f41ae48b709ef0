import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { cronOf, rhythmOf } from "./presets.ts";
import { Reading } from "./Reading.tsx";
import { refreshServer } from "./refreshServer.ts";
import { RhythmFields } from "./RhythmFields.tsx";
import { RuleFields } from "./RuleFields.tsx";
import { usualRules, type Rules } from "./rules.ts";
import type { Schedule } from "./types.ts";

/** Another time for a schedule; what it may fetch stays as it was agreed. */
export function ChangeSchedule({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const queries = useQueryClient();
  const [rhythm, setRhythm] = useState(() => rhythmOf(schedule.cron));
  const [zone, setZone] = useState(schedule.timeZone);
  const [rules, setRules] = useState<Rules>({ ...usualRules, jitterSeconds: schedule.jitterSeconds ?? 0, misfire: schedule.misfire ?? "run_once" });
  const cron = cronOf(rhythm);
  const change = useMutation({
    mutationFn: () => refreshServer.changeSchedule(schedule.id, { cron, timeZone: zone, ...rules }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.schedules });
      onClose();
    },
  });
  return (
    <Dialog
      title={`When “${schedule.artifactTitle}” refreshes`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={cron === "" || change.isPending} onClick={() => change.mutate()}>
            Save
          </Button>
        </>
      }
    >
      <RhythmFields rhythm={rhythm} onRhythm={setRhythm} zone={zone} onZone={setZone} />
      <Reading cron={cron} zone={zone} />
      <RuleFields rules={rules} onRules={setRules} />
      {change.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(change.error)}
        </div>
      )}
    </Dialog>
  );
}
