import { contentOf } from "../history/snapshotWords.ts";
import { useSnapshots } from "../history/useSnapshots.ts";
import { Field } from "../ui/Field.tsx";
import { dateInWords } from "./publicationWords.ts";

export const now = "now";

interface Props {
  artifactId: string;
  value: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

/** The data of this moment, or that of a refresh. */
export function DataChoice({ artifactId, value, disabled, onChange }: Props) {
  const snapshots = useSnapshots(artifactId);
  const kept = snapshots.data?.pages.flat().filter(({ outcome }) => outcome !== "failed") ?? [];
  return (
    <Field label="The copy shows" hint="It stays as it is then, whatever happens at the source.">
      {(control) => (
        <select {...control} className="input" disabled={disabled} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value={now}>what the sources answer now</option>
          {kept.map((snapshot) => (
            <option key={snapshot.id} value={snapshot.id}>
              {dateInWords(snapshot.takenAt)} · {contentOf(snapshot)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
