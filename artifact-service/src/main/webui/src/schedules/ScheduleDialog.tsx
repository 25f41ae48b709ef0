import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { useToaster } from "../ui/toaster.ts";
import { cronOf, presets, timeZones } from "./presets.ts";

const moment = (zone: string) =>
  new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit", hourCycle: "h23", timeZone: zone });

function Reading({ cron, zone }: { cron: string; zone: string }) {
  const asked = useDeferredValue(cron);
  const reading = useQuery({
    queryKey: keys.cron(asked, zone),
    queryFn: () => server.readCron(asked, zone),
    enabled: asked !== "",
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  if (asked === "") return <div className="reading muted">Minute, hour, day of month, month, day of week: for example 30 8 * * 1,4</div>;
  if (reading.error !== null) return <div className="reading notice failing">{sentenceOf(reading.error)}</div>;
  if (reading.data === undefined) return <div className="reading skeleton" aria-busy />;
  const format = moment(zone);
  return (
    <div className="reading notice" role="status">
      <div className="stack close grow">
        <div className="strong">{reading.data.inWords}</div>
        <ol className="reading-next">
          {reading.data.next.map((at) => (
            <li key={at}>{format.format(new Date(at))}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** When an artifact fetches its data by itself. */
export function ScheduleDialog({ artifactId, title, onClose }: { artifactId: string; title: string; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const zones = useMemo(() => timeZones(), []);
  const [preset, setPreset] = useState("weekdays");
  const [time, setTime] = useState("07:00");
  const [custom, setCustom] = useState("");
  const [zone, setZone] = useState(zones[0] ?? "UTC");
  const cron = cronOf(preset, time, custom);
  const existing = useQuery({ queryKey: keys.schedulesOf(artifactId), queryFn: () => server.schedules(artifactId) });
  const add = useMutation({
    mutationFn: () => server.addSchedule(artifactId, { cron, timeZone: zone }),
    onSuccess: () => {
      say("Scheduled");
      void queries.invalidateQueries({ queryKey: keys.schedules });
      onClose();
    },
  });
  const timed = presets.find(({ value }) => value === preset)?.timed === true;
  return (
    <Dialog
      title={`Schedule “${title}”`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={cron === "" || add.isPending} onClick={() => add.mutate()}>
            Schedule
          </Button>
        </>
      }
    >
      <p className="muted">Data is fetched at these times, and whoever has the page open sees it arrive.</p>
      {existing.data !== undefined && existing.data.length > 0 && (
        <div className="notice">Already scheduled: {existing.data.map((schedule) => schedule.inWords).join("; ")}.</div>
      )}
      <div className="schedule-form">
        <Field label="How often">
          {(control) => (
            <select {...control} className="input" value={preset} onChange={(event) => setPreset(event.target.value)}>
              {presets.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {timed && (
          <Field label="At">
            {(control) => <input {...control} className="input" type="time" required value={time} onChange={(event) => setTime(event.target.value)} />}
          </Field>
        )}
        {preset === "custom" && (
          <Field label="As a cron expression">
            {(control) => (
              <input {...control} className="input" placeholder="0 7 * * 1-5" autoComplete="off" value={custom} onChange={(event) => setCustom(event.target.value)} />
            )}
          </Field>
        )}
        <Field label="Time zone">
          {(control) => (
            <select {...control} className="input" value={zone} onChange={(event) => setZone(event.target.value)}>
              {zones.map((name) => (
                <option key={name} value={name}>
                  {name.replaceAll("_", " ")}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Reading cron={cron} zone={zone} />
      {add.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(add.error)}
        </div>
      )}
    </Dialog>
  );
}
