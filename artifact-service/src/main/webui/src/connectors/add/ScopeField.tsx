import { useMe } from "../../app/useMe.ts";
import { Field } from "../../ui/Field.tsx";

export type Scope = "workspace" | "personal";

/** Who may use a new connector. Only administrators have the choice. */
export function ScopeField({ scope, onChange }: { scope: Scope; onChange: (scope: Scope) => void }) {
  const { data: me } = useMe();
  if (me?.admin !== true) return <p className="muted">Only you can use it. An administrator can add it for everyone.</p>;
  return (
    <Field label="Who may use it">
      {(control) => (
        <select {...control} className="input" value={scope} onChange={(event) => onChange(event.target.value as Scope)}>
          <option value="personal">Only you</option>
          <option value="workspace">Everyone at {me.workspace}</option>
        </select>
      )}
    </Field>
  );
}
