import { ShieldCheck } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Always } from "./Always.tsx";

/** For whoever does not own the page: what they themselves allow in it. */
export function AlwaysDialog({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <Dialog
      title="What you always allow in this page"
      onClose={onClose}
      foot={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <Always
        id={id}
        empty={
          <Empty icon={<ShieldCheck size={24} />} title="You are asked each time">
            Whenever this page wants to change something, you see it first. What you choose to always allow appears here.
          </Empty>
        }
      />
    </Dialog>
  );
}
