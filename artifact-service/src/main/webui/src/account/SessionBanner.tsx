import { Button } from "../ui/Button.tsx";
import { State } from "../ui/State.tsx";
import { useSignal } from "../ui/useSignal.ts";
import { session, signInAgain } from "./session.ts";

/** Says quietly that the session has ended; what is on screen stays. */
export function SessionBanner() {
  if (useSignal(session) === "live") return null;
  return (
    <div className="banner old" role="status">
      <State look="old">Your session has ended. What you see stays</State>
      <Button look="link" onClick={signInAgain}>
        Sign in again
      </Button>
    </div>
  );
}
