import { CloudOff, LockKeyhole, RotateCw, SearchX, WifiOff } from "lucide-react";
import { useEffect } from "react";
import { SignIn } from "../app/SignIn.tsx";
import { Problem, sentenceOf } from "../api/problem.ts";
import { Button, ButtonLink } from "./Button.tsx";
import { Empty } from "./Empty.tsx";

const againMs = 4_000;

interface Props {
  error: unknown;
  heading?: "h1" | "h2";
  what?: string;
  retry: () => void;
}

function useRetryWhileAway(away: boolean, retry: () => void): void {
  useEffect(() => {
    if (!away) return undefined;
    const timer = setInterval(retry, againMs);
    return () => clearInterval(timer);
  }, [away, retry]);
}

/** Why a screen cannot be shown, and the way out. */
export function Trouble({ error, what = "this", heading = "h2", retry }: Props) {
  const kind = error instanceof Problem ? error.kind : "refused";
  useRetryWhileAway(kind === "away", retry);
  const home = (
    <ButtonLink look="primary" href="/">
      Go to your artifacts
    </ButtonLink>
  );
  switch (kind) {
    case "signed-out":
      return <SignIn />;
    case "not-found":
      return (
        <Empty heading={heading} icon={<SearchX size={24} />} title="This cannot be found" action={home}>
          It was deleted, or {what} is not shared with you. Whoever sent you the link can share it.
        </Empty>
      );
    case "no-access":
      return (
        <Empty heading={heading} icon={<LockKeyhole size={24} />} title="You do not have access" action={home}>
          {sentenceOf(error)}
        </Empty>
      );
    case "away":
      return navigator.onLine ? (
        <Empty heading={heading} icon={<CloudOff size={24} />} title="Live Artifacts is not reachable" action={<Button onClick={retry}>Try now</Button>}>
          It tries again by itself every few seconds. Nothing of yours is lost.
        </Empty>
      ) : (
        <Empty heading={heading} icon={<WifiOff size={24} />} title="You are offline" action={<Button onClick={retry}>Try now</Button>}>
          This goes on as soon as there is a connection again.
        </Empty>
      );
    case "refused":
      return (
        <Empty
          heading={heading}
          icon={<RotateCw size={24} />}
          title="That did not work"
          action={
            <Button look="primary" onClick={retry}>
              Try again
            </Button>
          }
        >
          {sentenceOf(error)}
        </Empty>
      );
  }
}
