import { useQuery } from "@tanstack/react-query";
import { server } from "../../api/server.ts";
import type { Connector } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { useMe } from "../../app/useMe.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { mayManage } from "../connectorWords.ts";
import { ClientForm } from "../signin/ClientForm.tsx";
import { SecretForm } from "../signin/SecretForm.tsx";
import { SignInButton } from "../signin/SignInButton.tsx";
import { useSignInNews } from "../useSignInNews.ts";
import { PickTools } from "./PickTools.tsx";

function SignInStep({ connector, mayChange }: { connector: Connector; mayChange: boolean }) {
  const needsClient = connector.signIn === "oauth" && connector.authorization?.registration === "needed" && mayChange;
  return (
    <section className="box padded stack" aria-label="Sign-in">
      <h2>Sign in once</h2>
      {needsClient ? <ClientForm connector={connector} /> : connector.signIn === "oauth" ? <SignInButton connector={connector} /> : <SecretForm connector={connector} />}
      <div>
        <ButtonLink look="link" href={`/connectors/${connector.id}`}>
          Do this later
        </ButtonLink>
      </div>
    </section>
  );
}

/** The last steps of adding: sign in where that is asked for, then pick the tools. */
export function FinishConnector({ id }: { id: string }) {
  const { data: me } = useMe();
  const connector = useQuery({ queryKey: keys.connector(id), queryFn: () => server.connector(id) });
  useSignInNews();
  if (connector.isPending) return <Skeleton rows={4} />;
  if (connector.data === undefined) return <Trouble heading="h1" error={connector.error} what="this connector" retry={() => void connector.refetch()} />;
  const signedIn = connector.data.signIn === "none" || connector.data.state === "connected";
  return (
    <>
      <h1 className="wrap-text">{signedIn ? `${connector.data.name} is connected` : `${connector.data.name} was added`}</h1>
      {signedIn ? <PickTools connector={connector.data} /> : <SignInStep connector={connector.data} mayChange={mayManage(connector.data, me)} />}
    </>
  );
}
