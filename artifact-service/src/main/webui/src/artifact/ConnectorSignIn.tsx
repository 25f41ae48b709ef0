import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { openSignIn } from "../connectors/signInPopup.ts";
import { Button } from "../ui/Button.tsx";

/**
 * The one action that mends a connector: its own sign-in in a window, or the place where a token is entered. The open page
 * hears of it and asks again by itself.
 */
export function ConnectorSignIn({ connectorId, look }: { connectorId: string | null; look: "plain" | "link" }) {
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  const connector = connectors.data?.find(({ id }) => id === connectorId);
  if (connectorId !== null && connector?.signIn === "oauth") {
    return (
      <Button look={look} onClick={() => openSignIn(connectorId)}>
        Sign in
      </Button>
    );
  }
  return (
    <Link className={look === "link" ? "button link" : "button"} href={connectorId === null ? "/connectors" : `/connectors/${connectorId}`}>
      Sign in
    </Link>
  );
}
