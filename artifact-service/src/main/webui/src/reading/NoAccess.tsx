import { LockKeyhole } from "lucide-react";
import { Shell } from "../app/Shell.tsx";
import type { Me } from "../api/types.ts";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { useToaster } from "../ui/toaster.ts";
import { requestText } from "./readingWords.ts";

/**
 * What somebody sees who follows a link that is not for them, and just the same where there is nothing at all: it tells nothing
 * about an artifact, not even whether it exists.
 */
export function NoAccess({ me }: { me: Me | undefined }) {
  const { say } = useToaster();
  const address = window.location.origin + window.location.pathname;
  const copy = () =>
    navigator.clipboard.writeText(requestText(address, me?.email ?? "")).then(
      () => say("Copied. Send it to whoever gave you the link"),
      () => say("The browser does not let it be copied"),
    );
  return (
    <Shell title="Artifact">
      <Empty
        heading="h1"
        icon={<LockKeyhole size={24} />}
        title="You cannot open this"
        action={
          <div className="row wrap reading-acts">
            {me !== undefined && (
              <Button look="primary" onClick={() => void copy()}>
                Copy a request
              </Button>
            )}
            <ButtonLink href="/">Go to your artifacts</ButtonLink>
          </div>
        }
      >
        It is not shared with {me?.email ?? "you"}, or it was deleted. Whoever gave you the link can share it with you.
        {me !== undefined && " If you have another account, sign out and come back with that one."}
      </Empty>
    </Shell>
  );
}
