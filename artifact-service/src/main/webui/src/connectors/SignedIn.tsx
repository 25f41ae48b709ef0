import { CircleCheck, CircleX } from "lucide-react";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { Brand } from "../app/Brand.tsx";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { newsIn, takeWayBack, tellSignIn } from "./signInPopup.ts";

interface Arrival {
  readonly news: ReturnType<typeof newsIn>;
  /** Why there was no sign-in, where not even the connector is known. */
  readonly message: string;
  readonly back: string | undefined;
}

function arrive(): Arrival {
  const { search } = window.location;
  return { news: newsIn(search), message: new URLSearchParams(search).get("message")?.slice(0, 300) ?? "", back: takeWayBack() };
}

/** Where a sign-in at a service ends: tells the tab that asked for it, and gets out of the way. */
export function SignedIn() {
  const [, go] = useLocation();
  const [{ news, message, back }] = useState(arrive);

  useEffect(() => {
    document.title = "Sign-in · Live Artifacts";
    if (news === undefined) return;
    tellSignIn(news);
    if (news.outcome !== "connected") return;
    if (back === undefined) window.close();
    else go(back, { replace: true });
  }, [news, back, go]);

  const onward = back ?? (news === undefined ? "/connectors" : `/connectors/${encodeURIComponent(news.connectorId)}`);
  const leave = () => {
    // A window that was opened for the sign-in goes away; any other goes on.
    if (back === undefined) window.close();
    go(onward, { replace: true });
  };
  const action = (
    <Button look="primary" onClick={leave}>
      {back === undefined ? "Close this window" : "Go back"}
    </Button>
  );
  return (
    <main className="signed-in">
      <Brand size={40} />
      {news?.outcome === "connected" && (
        <Empty heading="h1" icon={<CircleCheck size={24} />} title="You are signed in" action={action}>
          You can close this window. What waited for the sign-in goes on by itself.
        </Empty>
      )}
      {news?.outcome !== "connected" && (
        <Empty heading="h1" icon={<CircleX size={24} />} title="The sign-in was not finished" action={action}>
          {message === "" ? "Start it again from the connector." : message}
        </Empty>
      )}
    </main>
  );
}
