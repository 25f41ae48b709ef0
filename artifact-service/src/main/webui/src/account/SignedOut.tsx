import { LogOut } from "lucide-react";
import { Shell } from "../app/Shell.tsx";
import { Empty } from "../ui/Empty.tsx";

/** What is left of an open artifact when its session was ended, not by time but by somebody: nothing of its data. */
export function SignedOut({ id }: { id: string }) {
  const again = (
    <a className="button primary" href={`/signin?to=${encodeURIComponent(`/a/${id}`)}`}>
      Sign in
    </a>
  );
  return (
    <Shell title="Signed out">
      <Empty heading="h1" icon={<LogOut size={24} />} title="You have been signed out" action={again}>
        Your session was ended, here or at your company’s sign-in. Sign in to open this artifact again.
      </Empty>
    </Shell>
  );
}
