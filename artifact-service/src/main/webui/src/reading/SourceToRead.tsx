import { ConnectorSignIn } from "../artifact/ConnectorSignIn.tsx";
import { Mark } from "../ui/Mark.tsx";
import { State } from "../ui/State.tsx";
import { isMissing, toolsInWords, wordsOf } from "./readingWords.ts";
import type { ReadSource } from "./types.ts";

/** One source that a page will read, how it stands, and the one action that is missing. */
export function SourceToRead({ source, from }: { source: ReadSource; from: string }) {
  const { connectorId, connectorName, tools, action } = source;
  const { look, text } = wordsOf(source, from);
  return (
    <li className="reading-source">
      <Mark name={connectorName} large />
      <div className="grow">
        <div className="strong">{connectorName}</div>
        <div className="muted tiny wrap-text">{toolsInWords(tools)}</div>
        <div className="tiny reading-state">
          <State look={look}>{text}</State>
        </div>
      </div>
      {isMissing(source) && action != null && <ConnectorSignIn connectorId={connectorId} look="plain" />}
    </li>
  );
}
