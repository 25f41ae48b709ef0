import { useId } from "react";
import { inWords } from "../host/names.ts";
import { fixedInWords } from "../schedules/review.ts";
import { Check } from "../ui/Check.tsx";
import type { SourceCall } from "./types.ts";

function Words({ call }: { call: SourceCall }) {
  const given = fixedInWords(call.arguments, []);
  return (
    <>
      <span className="share-block">{call.title ?? inWords(call.tool)}</span>
      <span className="muted tiny wrap-text share-block">{given === "" ? "Without arguments" : given}</span>
    </>
  );
}

function Choice({ call, checked, onChange }: { call: SourceCall; checked: boolean; onChange: (checked: boolean) => void }) {
  const id = useId();
  return (
    <li className="share-call">
      <Check id={id} checked={checked} onChange={onChange} />
      <label htmlFor={id} className="grow">
        <Words call={call} />
      </label>
    </li>
  );
}

/** The recorded calls of a source, exactly as they are made. With `onChange`, those to show to others are picked. */
export function SourceCalls({ calls, picked, onChange }: { calls: readonly SourceCall[]; picked?: ReadonlySet<string>; onChange?: (key: string, on: boolean) => void }) {
  return (
    <ul className="share-calls">
      {calls.map((call) =>
        onChange === undefined ? (
          <li key={call.key} className="share-call">
            <div className="grow">
              <Words call={call} />
            </div>
          </li>
        ) : (
          <Choice key={call.key} call={call} checked={picked?.has(call.key) === true} onChange={(on) => onChange(call.key, on)} />
        ),
      )}
    </ul>
  );
}
