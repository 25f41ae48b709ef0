import { useMemo } from "react";
import { Field } from "../ui/Field.tsx";
import { presets, timeZones, type Rhythm } from "./presets.ts";

interface Props {
  rhythm: Rhythm;
  onRhythm: (rhythm: Rhythm) => void;
  zone: string;
  onZone: (zone: string) => void;
}

/** How often, at what time, and where it is that time. */
export function RhythmFields({ rhythm, onRhythm, zone, onZone }: Props) {
  const zones = useMemo(() => timeZones(zone), [zone]);
  const { preset, time, custom } = rhythm;
  const timed = presets.find(({ value }) => value === preset)?.timed === true;
  return (
    <div className="schedule-form">
      <Field label="How often">
        {(control) => (
          <select {...control} className="input" value={preset} onChange={(event) => onRhythm({ ...rhythm, preset: event.target.value })}>
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
          {(control) => (
            <input {...control} className="input" type="time" required value={time} onChange={(event) => onRhythm({ ...rhythm, time: event.target.value })} />
          )}
        </Field>
      )}
      {preset === "custom" && (
        <Field label="As a cron expression">
          {(control) => (
            <input {...control} className="input" placeholder="0 7 * * 1-5" autoComplete="off" value={custom} onChange={(event) => onRhythm({ ...rhythm, custom: event.target.value })} />
          )}
        </Field>
      )}
      <Field label="Time zone">
        {(control) => (
          <select {...control} className="input" value={zone} onChange={(event) => onZone(event.target.value)}>
            {zones.map((name) => (
              <option key={name} value={name}>
                {name.replaceAll("_", " ")}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
