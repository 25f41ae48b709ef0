import { useState } from "react";
import { server } from "../../api/server.ts";
import type { ConnectionScope, SignIn } from "../types.ts";
import { useMe } from "../../app/useMe.ts";
import { Field } from "../../ui/Field.tsx";
import { AddForm } from "./AddForm.tsx";
import { failureOf, hostOf, suggestedName } from "./addWords.ts";
import { Finding } from "./Finding.tsx";
import { ScopeField, type Scope } from "./ScopeField.tsx";
import { isComplete, noSignIn, signInBody, SignInFields } from "./SignInFields.tsx";
import { useCheck } from "./useCheck.ts";

const offered: readonly SignIn[] = ["none", "oauth", "bearer", "header"];

interface Props {
  endpoint: string;
  presetName: string | null;
  presetSignIn: string | null;
}

/** Adds an MCP server, after a look at what answers there. */
export function ServerForm({ endpoint, presetName, presetSignIn }: Props) {
  const { data: me } = useMe();
  const [name, setName] = useState<string>();
  const [scope, setScope] = useState<Scope>("personal");
  const [chosen, setChosen] = useState(noSignIn);
  const [touched, setTouched] = useState(false);
  const [whose, setWhose] = useState<ConnectionScope>();
  const check = useCheck(endpoint, chosen);

  // What the server asks for is chosen, until the person chooses.
  const preset = offered.find((kind) => kind === presetSignIn);
  const signIn = touched ? chosen : { ...chosen, signIn: check.data?.signIn ?? preset ?? "none" };
  const scopeOfSignIn = whose ?? (signIn.signIn === "oauth" ? "person" : "workspace");
  const shared = scope === "workspace" && signIn.signIn !== "none";
  const asksSecret = !(shared && scopeOfSignIn === "person");
  const shownName = name ?? presetName ?? suggestedName(endpoint, check.data?.serverName);
  const ready = shownName.trim() !== "" && isComplete(signIn, asksSecret);

  return (
    <>
      <div className="stack close">
        <h1 className="wrap-text">Add {presetName ?? hostOf(endpoint)}</h1>
        <p className="muted wrap-text">{endpoint}</p>
      </div>
      <Finding check={check} endpoint={endpoint} />
      <AddForm
        ready={ready}
        act={check.error !== null || (check.data !== undefined && failureOf(check.data) !== undefined) ? "Add anyway" : "Add"}
        next="finish"
        save={() =>
          server.addConnector({
            name: shownName.trim(),
            endpoint,
            scope,
            ...signInBody(asksSecret ? signIn : { ...signIn, secret: "" }),
            ...(signIn.signIn === "none" ? {} : { connectionScope: scope === "personal" ? "person" : scopeOfSignIn }),
          })
        }
      >
        <Field label="Name" hint="Pages and colleagues see this name.">
          {(control) => <input {...control} className="input" required maxLength={80} autoComplete="off" value={shownName} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <ScopeField scope={scope} onChange={setScope} />
        <SignInFields
          offered={offered}
          draft={signIn}
          asksSecret={asksSecret}
          onChange={(draft) => {
            setTouched(true);
            setChosen(draft);
          }}
        />
        {shared && (
          <Field
            label="Whose sign-in is used"
            hint={scopeOfSignIn === "person" ? "Everybody sees what they may see in the system." : "Everybody sees what this one sign-in may see."}
          >
            {(control) => (
              <select {...control} className="input" value={scopeOfSignIn} onChange={(event) => setWhose(event.target.value as ConnectionScope)}>
                <option value="person">Each person’s own</option>
                <option value="workspace">One for everyone at {me?.workspace}</option>
              </select>
            )}
          </Field>
        )}
      </AddForm>
    </>
  );
}
