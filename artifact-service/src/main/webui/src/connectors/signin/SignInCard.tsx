import { useState } from "react";
import type { Connector } from "../types.ts";
import { Button } from "../../ui/Button.tsx";
import { State } from "../../ui/State.tsx";
import { connectorStates, eachSignsIn, secretOf, stateSince, troubleOf, whoseSignIn } from "../connectorWords.ts";
import { ClientForm } from "./ClientForm.tsx";
import { Disconnect } from "./Disconnect.tsx";
import { SecretForm } from "./SecretForm.tsx";
import { SignInButton } from "./SignInButton.tsx";

function Way({ connector, mayChange }: { connector: Connector; mayChange: boolean }) {
  const [renewing, setRenewing] = useState(false);
  const connected = connector.state === "connected" || connector.state === "failing";
  if (connector.signIn === "oauth") {
    return connector.authorization?.registration === "needed" ? (
      mayChange ? (
        <ClientForm connector={connector} />
      ) : (
        <p>An administrator has to make Live Artifacts known at {connector.name} first.</p>
      )
    ) : (
      <SignInButton connector={connector} again={connected} />
    );
  }
  if (!connected || renewing) return <SecretForm connector={connector} onSaved={() => setRenewing(false)} />;
  return (
    <div>
      <Button onClick={() => setRenewing(true)}>Change the {secretOf(connector)}</Button>
    </div>
  );
}

interface Props {
  connector: Connector;
  mayChange: boolean;
  workspace: string;
  now: number;
}

/** How the calls of this connector are signed, and the one action that mends it. */
export function SignInCard({ connector, mayChange, workspace, now }: Props) {
  const [leaving, setLeaving] = useState(false);
  const { look } = connectorStates[connector.state];
  const trouble = troubleOf(connector);
  const mayAct = mayChange || eachSignsIn(connector);
  const signedIn = connector.signIn !== "none" && (connector.state === "connected" || connector.state === "failing");
  return (
    <section className="box padded stack" aria-label="Connection">
      <div className="stack close">
        <h2>Connection</h2>
        <State look={look}>
          <span className="wrap-text">{stateSince(connector, now)}</span>
        </State>
        {trouble !== undefined && <p className="wrap-text">{trouble}</p>}
        <p className="muted tiny">{whoseSignIn(connector, workspace)}</p>
      </div>
      {connector.signIn !== "none" && mayAct && <Way connector={connector} mayChange={mayChange} />}
      {connector.signIn !== "none" && !mayAct && connector.state !== "connected" && <p>An administrator has to sign in again.</p>}
      {signedIn && mayAct && (
        <div>
          <Button look="link" className="danger-link" onClick={() => setLeaving(true)}>
            Disconnect…
          </Button>
        </div>
      )}
      {leaving && <Disconnect connector={connector} onClose={() => setLeaving(false)} />}
    </section>
  );
}
