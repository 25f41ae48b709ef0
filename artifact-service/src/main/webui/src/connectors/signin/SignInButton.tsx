import { ExternalLink } from "lucide-react";
import { useCallback, useState } from "react";
import type { Connector } from "../types.ts";
import { Button } from "../../ui/Button.tsx";
import { State } from "../../ui/State.tsx";
import { useToaster } from "../../ui/toaster.ts";
import { openSignIn, type SignInNews } from "../signInPopup.ts";
import { useSignInNews } from "../useSignInNews.ts";

type Progress = { at: "rest" } | { at: "waiting" } | { at: "refused"; message: string };

interface Props {
  connector: Pick<Connector, "id" | "name">;
  again?: boolean;
  onSignedIn?: () => void;
}

/** Signs in at the service, in a window of its own, and says how that goes. */
export function SignInButton({ connector, again = false, onSignedIn }: Props) {
  const { say } = useToaster();
  const [progress, setProgress] = useState<Progress>({ at: "rest" });
  const { id, name } = connector;
  const hear = useCallback(
    (news: SignInNews) => {
      if (news.connectorId !== id) return;
      if (news.outcome === "refused") {
        setProgress({ at: "refused", message: news.message });
        return;
      }
      setProgress({ at: "rest" });
      say(`Signed in to ${name}`);
      onSignedIn?.();
    },
    [id, name, say, onSignedIn],
  );
  useSignInNews(hear);
  const open = () => {
    openSignIn(id);
    setProgress({ at: "waiting" });
  };
  const waiting = progress.at === "waiting";
  return (
    <div className="stack snug">
      <div>
        <Button look={again || waiting ? "plain" : "primary"} icon={<ExternalLink size={16} />} onClick={open}>
          {waiting ? "Open the window again" : again ? "Sign in again" : `Sign in to ${name}`}
        </Button>
      </div>
      <div role="status">
        {waiting && (
          <State look="waiting" pending>
            <span className="wrap-text">Go on in the window that opened. This screen follows by itself.</span>
          </State>
        )}
      </div>
      {progress.at === "refused" && (
        <div className="notice failing" role="alert">
          The sign-in was not finished. {progress.message}
        </div>
      )}
    </div>
  );
}
