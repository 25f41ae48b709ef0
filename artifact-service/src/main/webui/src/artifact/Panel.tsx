import { X } from "lucide-react";
import { Tabs } from "radix-ui";
import { useEffect, useRef } from "react";
import type { Artifact, Me } from "../api/types.ts";
import { History } from "../history/History.tsx";
import type { ArtifactHost } from "../host/artifactHost.ts";
import type { HostState } from "../host/hostState.ts";
import { Button } from "../ui/Button.tsx";
import { Calls } from "./Calls.tsx";
import { Messages } from "./Messages.tsx";

export type PanelTab = "calls" | "messages" | "history";

interface Props {
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  id: string;
  me: Me;
  /** The version that is on screen. */
  shown: number | undefined;
  /** The snapshot that the page shows instead of today's data. */
  asOf: string | undefined;
  artifact: Artifact | undefined;
  host: ArtifactHost;
  state: HostState;
  now: number;
  onClose: () => void;
}

/** Beside the page: what it asked and got, what it said, and how it became what it is. */
export function Panel({ tab, onTab, id, me, shown, asOf, artifact, host, state, now, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const problems = state.notes.length;
  return (
    <aside
      ref={panel}
      className="panel"
      tabIndex={-1}
      aria-label="Data and history"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <h2 className="visually-hidden">Data and history</h2>
      <Tabs.Root value={tab} onValueChange={(value) => onTab(value as PanelTab)} className="panel-tabs">
        <div className="panel-head">
          <Tabs.List className="tabs" aria-label="What to show">
            <Tabs.Trigger className="tab" value="calls">
              Data
            </Tabs.Trigger>
            <Tabs.Trigger className="tab" value="messages">
              Page messages{problems > 0 ? ` (${problems})` : ""}
            </Tabs.Trigger>
            <Tabs.Trigger className="tab" value="history">
              History
            </Tabs.Trigger>
          </Tabs.List>
          <Button look="quiet" icon={<X size={18} />} aria-label="Close the panel" onClick={onClose} />
        </div>
        <Tabs.Content className="panel-body" value="calls">
          <Calls host={host} records={state.records} now={now} />
        </Tabs.Content>
        <Tabs.Content className="panel-body" value="messages">
          <Messages notes={state.notes} />
        </Tabs.Content>
        <Tabs.Content className="panel-body" value="history">
          <History id={id} me={me} shown={shown} asOf={asOf} artifact={artifact} now={now} onRestored={() => host.showNewVersion()} />
        </Tabs.Content>
      </Tabs.Root>
    </aside>
  );
}
