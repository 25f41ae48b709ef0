import { useState } from "react";
import { server } from "../../api/server.ts";
import type { SignIn } from "../types.ts";
import { Field } from "../../ui/Field.tsx";
import { AddForm } from "./AddForm.tsx";
import { suggestedName } from "./addWords.ts";
import { ScopeField, type Scope } from "./ScopeField.tsx";
import { isComplete, noSignIn, signInBody, SignInFields } from "./SignInFields.tsx";
import { addressIn } from "./useCheck.ts";

const offered: readonly SignIn[] = ["none", "bearer", "header"];

/** Makes a connector of any service that describes itself with OpenAPI. */
export function OpenApiForm() {
  const [documentUrl, setDocumentUrl] = useState("");
  const [baseUrl, setBaseUrl] = useState("");
  const [name, setName] = useState<string>();
  const [scope, setScope] = useState<Scope>("personal");
  const [signIn, setSignIn] = useState(noSignIn);
  const document = addressIn(documentUrl);
  const base = addressIn(baseUrl);
  const shownName = name ?? suggestedName(document ?? "", undefined);
  const baseFits = baseUrl.trim() === "" || base !== undefined;
  const ready = document !== undefined && baseFits && shownName.trim() !== "" && isComplete(signIn, true);
  return (
    <>
      <div className="stack close">
        <h1>Add a web API</h1>
        <p className="muted">Every operation of the service becomes a tool. Those that only fetch count as reading; all others write, and are confirmed at each use.</p>
      </div>
      <AddForm
        ready={ready}
        next="finish"
        save={() =>
          server.addOpenApi({
            name: shownName.trim(),
            scope,
            documentUrl: document ?? "",
            ...(base === undefined ? {} : { baseUrl: base }),
            ...signInBody(signIn),
          })
        }
      >
        <Field label="Address of the OpenAPI document" hint="JSON or YAML. The service’s documentation links to it, often as openapi.json.">
          {(control) => (
            <input {...control} className="input" type="url" inputMode="url" required autoComplete="off" placeholder="https://api.example.com/openapi.json" value={documentUrl} onChange={(event) => setDocumentUrl(event.target.value)} />
          )}
        </Field>
        <Field
          label="Address of the service"
          hint="Leave empty to use the one in the document."
          complaint={baseFits ? undefined : "A whole address is needed, as in https://api.example.com."}
        >
          {(control) => <input {...control} className="input" type="url" inputMode="url" autoComplete="off" value={baseUrl} onChange={(event) => setBaseUrl(event.target.value)} />}
        </Field>
        <Field label="Name" hint="Pages and colleagues see this name.">
          {(control) => <input {...control} className="input" required maxLength={80} autoComplete="off" value={shownName} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <ScopeField scope={scope} onChange={setScope} />
        <SignInFields offered={offered} draft={signIn} asksSecret onChange={setSignIn} />
      </AddForm>
    </>
  );
}
