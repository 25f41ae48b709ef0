import { CircleCheck } from "lucide-react";
import { useEffect } from "react";
import { Brand } from "../app/Brand.tsx";
import { useMe } from "../app/useMe.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { tellSignedIn } from "./session.ts";

/** Where the small window of a new sign-in ends: the other tabs go on, and it gets out of the way. */
export function SignedInAgain() {
  const { data: me } = useMe();
  useEffect(() => {
    document.title = "Sign-in · Live Artifacts";
    if (me === undefined) return;
    tellSignedIn(me.id);
    window.close();
  }, [me]);
  return (
    <main className="signed-in">
      <Brand size={40} />
      <Empty heading="h1" icon={<CircleCheck size={24} />} title="You are signed in" action={<Button look="primary" onClick={() => window.close()}>Close this window</Button>}>
        What waited for the sign-in goes on by itself.
      </Empty>
    </main>
  );
}
