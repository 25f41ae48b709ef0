import { useQuery } from "@tanstack/react-query";
import { isAway, sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { isSame, snapshotInWords, spanInWords } from "./changeWords.ts";
import { crowding } from "./timeline.ts";
import { historyServer } from "./historyServer.ts";
import { SourceChanges } from "./SourceChanges.tsx";
import type { Snapshot } from "./types.ts";

/** From one snapshot to another; `seen` is what this person last looked at. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

interface Props {
  id: string;
  span: Span;
  snapshots: readonly Snapshot[];
  now: number;
  mayChoose?: boolean;
  onSpan: (span: Span) => void;
  onClose: () => void;
}

/** What changed between two times, source by source. */
export function ChangesDialog({ id, span, snapshots, now, mayChoose = false, onSpan, onClose }: Props) {
  const { from, to } = span;
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.changes(id, from, to), queryFn: () => historyServer.changes(id, from, to) });
  const crowded = crowding(snapshots.map(({ takenAt }) => Date.parse(takenAt)));
  const same = data?.sources.every(isSame) === true;
  const moment = (label: string, value: string, choices: readonly Snapshot[], seen: boolean, onChange: (value: string) => void) => (
    <Field label={label}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {seen && <option value="seen">When I last looked</option>}
          {choices.map((snapshot) => (
            <option key={snapshot.id} value={snapshot.id}>
              {snapshotInWords(snapshot, now, crowded(Date.parse(snapshot.takenAt)))}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <Dialog title="What changed" wide onClose={onClose}>
      <div className="changes-span">
        {moment("From", from, snapshots.filter((snapshot) => snapshot.id !== to), true, (value) => onSpan({ from: value, to }))}
        {moment("To", to, snapshots.filter((snapshot) => snapshot.id !== from), false, (value) => onSpan({ from, to: value }))}
      </div>
      {isPending && <div className="skeleton panel-wait" aria-busy />}
      {error !== null && (isAway(error) ? <Trouble error={error} retry={() => void refetch()} /> : <div className="notice">{sentenceOf(error)}</div>)}
      {data !== undefined && (
        <div className="stack" role="status">
          <p className="muted numbers">
            {spanInWords(data, now)}
            {same ? ": nothing changed." : ""}
          </p>
          {!same && data.sources.map((change) => <SourceChanges key={change.position} id={id} change={change} mayChoose={mayChoose} />)}
        </div>
      )}
    </Dialog>
  );
}
