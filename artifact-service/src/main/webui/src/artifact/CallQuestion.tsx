import type { PendingCall } from "../host/asks.ts";
import { inWords } from "../host/names.ts";
import { Check } from "../ui/Check.tsx";
import { JsonView } from "../ui/JsonView.tsx";
import { Mark } from "../ui/Mark.tsx";

interface Props {
  calls: readonly PendingCall[];
  always: ReadonlySet<string>;
  onAlways: (names: ReadonlySet<string>) => void;
}

function heading(calls: readonly PendingCall[]): string {
  const reads = calls.every((call) => call.reads);
  if (reads) return calls.length === 1 ? "This page wants to read:" : `This page wants to read ${calls.length} things:`;
  return calls.length === 1 ? "This page wants to change something:" : `This page wants to change ${calls.length} things:`;
}

/** What a page wants to do, with its arguments in sight; each tool that changes something can be allowed for good. */
export function CallQuestion({ calls, always, onAlways }: Props) {
  const writes = [...new Map(calls.filter(({ reads }) => !reads).map((call) => [call.name, call])).values()];
  const tick = (name: string, on: boolean) => {
    const names = new Set(always);
    if (on) names.add(name);
    else names.delete(name);
    onAlways(names);
  };
  return (
    <>
      <p>{heading(calls)}</p>
      <ol className="box lines writes">
        {calls.map((call, index) => (
          <li key={index} className="stack snug">
            <div className="row">
              <Mark name={call.connector} />
              <span className="strong">{inWords(call.tool)}</span>
              <span className="muted cut">in {call.connector}</span>
            </div>
            <JsonView value={call.args} label={`What ${inWords(call.tool)} is asked to do`} />
          </li>
        ))}
      </ol>
      {calls.every(({ reads }) => reads) && <p className="muted tiny">You are asked once for this page. You can take it back under its tools.</p>}
      {writes.map(({ name, tool, connector }) => (
        <label key={name} className="row always">
          <Check id={`always-${name}`} checked={always.has(name)} onChange={(on) => tick(name, on)} />
          <span>
            Always allow “{inWords(tool)}” in {connector} when I click in this page
          </span>
        </label>
      ))}
    </>
  );
}
