import { LockKeyhole, SearchX } from "lucide-react";
import { Shell } from "../app/Shell.tsx";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";

/** What takes the place of a page that somebody had open and may not see any more. */
export function Ended({ gone, owner }: { gone: boolean; owner: string | undefined }) {
  const home = (
    <ButtonLink look="primary" href="/">
      Go to your artifacts
    </ButtonLink>
  );
  return (
    <Shell title="Artifact">
      {gone ? (
        <Empty heading="h1" icon={<SearchX size={24} />} title="This artifact is gone" action={home}>
          It was deleted while you had it open.
        </Empty>
      ) : (
        <Empty
          heading="h1"
          icon={<LockKeyhole size={24} />}
          title="You no longer have access to this artifact"
          action={
            <div className="row wrap reading-acts">
              {home}
              <Button onClick={() => window.location.reload()}>Look again</Button>
            </div>
          }
        >
          {owner === undefined ? "Its owner ended it, or its time was over." : `${owner} ended it, or its time was over. Ask ${owner} for it.`} What you saved in it is kept for you.
        </Empty>
      )}
    </Shell>
  );
}
