import { RotateCw } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../../api/problem.ts";
import type { ConnectorCheck, FoundTool } from "../types.ts";
import { inWords } from "../../host/names.ts";
import { Button } from "../../ui/Button.tsx";
import { Elapsed } from "../../ui/Elapsed.tsx";
import { State } from "../../ui/State.tsx";
import { failureOf, hostOf, protocolOf, wayIn } from "./addWords.ts";
import type { useCheck } from "./useCheck.ts";

const fewTools = 6;

function FoundTools({ tools, count }: { tools: readonly FoundTool[]; count: number }) {
  const [all, setAll] = useState(false);
  const shown = all ? tools : tools.slice(0, fewTools);
  return (
    <div className="stack snug">
      <p className="strong">{count === 1 ? "1 tool" : `${count} tools`}</p>
      <ul className="found-tools">
        {shown.map(({ name, title, readOnly }) => (
          <li key={name} className="row">
            <span className="cut">{title ?? inWords(name)}</span>
            <span className={readOnly ? "badge" : "badge writes"}>{readOnly ? "reads" : "writes"}</span>
          </li>
        ))}
      </ul>
      {tools.length > fewTools && (
        <div>
          <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Show fewer" : `Show ${tools.length === count ? "all" : `the first ${tools.length}`}`}
          </Button>
        </div>
      )}
    </div>
  );
}

function Found({ check }: { check: ConnectorCheck }) {
  const protocol = protocolOf(check);
  const tools = check.tools ?? [];
  const count = check.toolCount ?? tools.length;
  return (
    <div className="stack snug">
      <State look="fresh">
        <span className="wrap-text">{check.serverName ?? "The server"} answers</span>
      </State>
      {wayIn(check) !== undefined && <p>{wayIn(check)}</p>}
      {tools.length > 0 && <FoundTools tools={tools} count={count} />}
      {tools.length === 0 && count > 0 && <p className="strong">{count === 1 ? "1 tool" : `${count} tools`}</p>}
      {tools.length === 0 && count === 0 && <p className="muted">It shows its tools after the sign-in.</p>}
      {protocol !== undefined && <p className="muted tiny">{protocol}</p>}
    </div>
  );
}

/** What answers, and will go on answering once it is signed in to. */
function Closed({ check }: { check: ConnectorCheck }) {
  return (
    <div className="stack snug">
      <State look="old">
        <span className="wrap-text">{check.error ?? "The server wants a sign-in."}</span>
      </State>
      {wayIn(check) !== undefined && <p>{wayIn(check)}</p>}
    </div>
  );
}

/** What answers at an address, as it is being looked at. */
export function Finding({ check, endpoint }: { check: ReturnType<typeof useCheck>; endpoint: string }) {
  const failure = check.error === null ? (check.data === undefined ? undefined : failureOf(check.data)) : sentenceOf(check.error);
  return (
    <section className="box padded finding" aria-label="What was found" aria-busy={check.isFetching}>
      {check.isFetching && failure === undefined && check.data === undefined ? (
        <div role="status">
          <State look="waiting" pending>
            <span className="wrap-text">
              Looking at {hostOf(endpoint)}… <span className="muted numbers"><Elapsed /></span>
            </span>
          </State>
        </div>
      ) : failure === undefined ? (
        check.data !== undefined && (check.data.ok ? <Found check={check.data} /> : <Closed check={check.data} />)
      ) : (
        <div className="stack snug" role="alert">
          <State look="failing">
            <span className="wrap-text">{failure}</span>
          </State>
          <div>
            <Button icon={<RotateCw size={16} className={check.isFetching ? "spin" : undefined} />} disabled={check.isFetching} onClick={() => void check.refetch()}>
              Look again
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
