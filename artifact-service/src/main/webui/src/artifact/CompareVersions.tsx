import { Tabs } from "radix-ui";
import { useState } from "react";
import type { Me } from "../api/types.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextDifference } from "./TextDifference.tsx";
import { VersionPreview } from "./VersionPreview.tsx";

interface Props {
  id: string;
  me: Me;
  from: number;
  to: number;
  onClose: () => void;
}

/** Two versions beside each other: as they look with today's data, and as they are written. */
export function CompareVersions({ id, me, from, to, onClose }: Props) {
  const [how, setHow] = useState("looks");
  return (
    <Dialog title={`Version ${from} and version ${to}`} size="full" onClose={onClose}>
      <Tabs.Root className="compare" value={how} onValueChange={setHow}>
        <Tabs.List className="tabs" aria-label="How to compare">
          <Tabs.Trigger className="tab" value="looks">
            Side by side
          </Tabs.Trigger>
          <Tabs.Trigger className="tab" value="text">
            What is written
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content className="compare-pages" value="looks">
          {[from, to].map((version) => (
            <VersionPreview key={version} id={id} me={me} version={version} current={version === to} />
          ))}
        </Tabs.Content>
        <Tabs.Content className="compare-text" value="text">
          <TextDifference id={id} from={from} to={to} />
        </Tabs.Content>
      </Tabs.Root>
    </Dialog>
  );
}
