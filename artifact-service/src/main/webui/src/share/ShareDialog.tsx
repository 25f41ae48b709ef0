import { Link2 } from "lucide-react";
import { Tabs } from "radix-ui";
import { lazy, Suspense, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useToaster } from "../ui/toaster.ts";
import { PeopleTab } from "./PeopleTab.tsx";
import { TransferDialog } from "./TransferDialog.tsx";

const PublicTab = lazy(async () => ({ default: (await import("../publication/PublicTab.tsx")).PublicTab }));

interface Props {
  id: string;
  title: string;
  onClose: () => void;
}

/** Who else may open an artifact, as what, until when, and with whose access. */
export function ShareDialog({ id, title, onClose }: Props) {
  const { say } = useToaster();
  const [tab, setTab] = useState("people");
  const [heir, setHeir] = useState<{ name: string; email: string }>();
  const copyLink = () =>
    navigator.clipboard.writeText(`${window.location.origin}/a/${id}`).then(
      () => say("Link copied. It opens for those who are listed here"),
      () => say("The browser does not let the link be copied: take it from the address of the page"),
    );
  if (heir !== undefined) return <TransferDialog id={id} title={title} to={heir} onClose={() => setHeir(undefined)} onDone={onClose} />;
  return (
    <Dialog
      title={`Share “${title}”`}
      wide
      onClose={onClose}
      foot={
        <>
          {tab === "people" && (
            <Button icon={<Link2 size={16} />} onClick={() => void copyLink()}>
              Copy link
            </Button>
          )}
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <Tabs.Root value={tab} onValueChange={setTab} className="stack">
        <Tabs.List className="tabs" aria-label="How to share">
          <Tabs.Trigger value="people" className="tab">
            People
          </Tabs.Trigger>
          <Tabs.Trigger value="public" className="tab">
            Public
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="people">
          <PeopleTab id={id} onMakeOwner={({ name, email }) => email != null && setHeir({ name: name ?? email, email })} />
        </Tabs.Content>
        <Tabs.Content value="public">
          <Suspense fallback={<div className="skeleton share-wait" aria-busy />}>
            <PublicTab artifactId={id} />
          </Suspense>
        </Tabs.Content>
      </Tabs.Root>
    </Dialog>
  );
}
