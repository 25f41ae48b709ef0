import { Popover } from "radix-ui";
import { Fragment } from "react";
import type { SourceFreshness } from "../host/freshness.ts";
import { Mark } from "../ui/Mark.tsx";
import { State } from "../ui/State.tsx";
import { ConnectorSignIn } from "./ConnectorSignIn.tsx";
import { longState, needsSignIn, shortState, worstOf } from "./sourceWords.ts";

const mostInBar = 4;

function Each({ sources, now }: { sources: readonly SourceFreshness[]; now: number }) {
  return sources.map((source) => (
    <Fragment key={source.key}>
      <State look={source.state} pending={source.pending}>
        <span className="source-name">{source.name}</span> <span className="source-age numbers">{shortState(source, now)}</span>
      </State>{" "}
    </Fragment>
  ));
}

function Combined({ sources, now }: { sources: readonly SourceFreshness[]; now: number }) {
  const worst = worstOf(sources);
  if (worst === undefined) return null;
  return (
    <State look={worst.state} pending={sources.some(({ pending }) => pending)}>
      <span className="source-age numbers">{shortState(worst, now)}</span>
    </State>
  );
}

/** How old each source's data is; opened, why, and what to do. */
export function Sources({ sources, now, asking }: { sources: readonly SourceFreshness[]; now: number; asking: number }) {
  const claude = asking > 0 && (
    <span className="sources-claude" role="status">
      <State look="waiting" pending>
        Asking Claude
      </State>
    </span>
  );
  if (sources.length === 0) return claude === false ? null : claude;
  return (
    <>
      <Popover.Root>
        <Popover.Trigger className="sources" aria-label={`Sources: ${sources.map((source) => `${source.name} ${shortState(source, now)}`).join(" ")}`}>
          <span className={sources.length > mostInBar ? "sources-each many" : "sources-each"}>
            <Each sources={sources} now={now} />
          </span>
          <span className={sources.length > mostInBar ? "sources-one many" : "sources-one"}>
            <Combined sources={sources} now={now} />
          </span>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="popover sources-list" aria-label="Sources" sideOffset={6} collisionPadding={12}>
            <ul className="lines">
              {sources.map((source) => (
                <li key={source.key} className="source">
                  <Mark name={source.name} />
                  <div className="grow">
                    <div className="strong cut">{source.name}</div>
                    <State look={source.state} pending={source.pending}>
                      <span className="source-long">{longState(source, now)}</span>
                    </State>
                  </div>
                  {needsSignIn(source) && (
                    <ConnectorSignIn connectorId={source.connectorId} look="plain" />
                  )}
                </li>
              ))}
            </ul>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {claude}
    </>
  );
}
