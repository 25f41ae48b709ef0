import { FileCode2, LayoutTemplate, LockKeyhole, MessageSquareText, Table2 } from "lucide-react";
import { Tabs } from "radix-ui";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { Shell } from "../app/Shell.tsx";
import { useMe } from "../app/useMe.ts";
import { Describe } from "../describe/Describe.tsx";
import { FromData } from "../fromdata/FromData.tsx";
import { Templates } from "../gallery/Templates.tsx";
import { ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { BringPage } from "./BringPage.tsx";

function NotForYou() {
  const home = (
    <ButtonLink look="primary" href="/">
      Go to your artifacts
    </ButtonLink>
  );
  return (
    <Shell title="New artifact">
      <Empty heading="h1" icon={<LockKeyhole size={24} />} title="You may not make artifacts here" action={home}>
        Ask an administrator to let one of your groups do so. What is shared with you opens as ever.
      </Empty>
    </Shell>
  );
}

/** Where artifacts come from. */
export function NewScreen() {
  const [params] = useSearchParams();
  const { data: me } = useMe();
  const [door, setDoor] = useState(params.has("describe") ? "describe" : (params.get("door") ?? "bring"));
  if (me?.creator === false) return <NotForYou />;
  return (
    <Shell title="New artifact">
      <Tabs.Root className="stack" value={door} onValueChange={setDoor}>
        <h1>New artifact</h1>
        {!params.has("describe") && (
          <Tabs.List className="doors" aria-label="Where to start">
            <Tabs.Trigger className="door" value="describe">
              <MessageSquareText size={20} aria-hidden />
              <span>
                <span className="strong">Describe it</span>
                <span className="muted tiny door-text">Say what you want to see; Claude makes the page</span>
              </span>
            </Tabs.Trigger>
            <Tabs.Trigger className="door" value="data">
              <Table2 size={20} aria-hidden />
              <span>
                <span className="strong">From data</span>
                <span className="muted tiny door-text">Drawn from what a connector gives, shaped by form</span>
              </span>
            </Tabs.Trigger>
            <Tabs.Trigger className="door" value="bring">
              <FileCode2 size={20} aria-hidden />
              <span>
                <span className="strong">Bring a page</span>
                <span className="muted tiny door-text">A page that Claude made, as a file or text</span>
              </span>
            </Tabs.Trigger>
            <Tabs.Trigger className="door" value="template">
              <LayoutTemplate size={20} aria-hidden />
              <span>
                <span className="strong">Template</span>
                <span className="muted tiny door-text">A finished page for your own systems</span>
              </span>
            </Tabs.Trigger>
          </Tabs.List>
        )}
        <Tabs.Content value="describe">
          <Describe />
        </Tabs.Content>
        <Tabs.Content value="data">
          <FromData />
        </Tabs.Content>
        <Tabs.Content value="bring">
          <BringPage />
        </Tabs.Content>
        <Tabs.Content value="template">
          <Templates />
        </Tabs.Content>
      </Tabs.Root>
    </Shell>
  );
}
