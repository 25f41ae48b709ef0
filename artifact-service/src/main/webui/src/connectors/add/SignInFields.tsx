import type { SignIn } from "../types.ts";
import { Field } from "../../ui/Field.tsx";
import { signIns } from "../connectorWords.ts";

export interface SignInDraft {
  readonly signIn: SignIn;
  readonly secret: string;
  readonly headerName: string;
}

export const noSignIn: SignInDraft = { signIn: "none", secret: "", headerName: "" };

interface Props {
  offered: readonly SignIn[];
  draft: SignInDraft;
  /** False if everybody enters their own later. */
  asksSecret: boolean;
  onChange: (draft: SignInDraft) => void;
}

/** True if nothing is missing to sign in with. */
export function isComplete({ signIn, secret, headerName }: SignInDraft, asksSecret: boolean): boolean {
  const needsSecret = asksSecret && (signIn === "bearer" || signIn === "header");
  return (!needsSecret || secret.trim() !== "") && (signIn !== "header" || headerName.trim() !== "");
}

/** The draft as the server takes it. */
export function signInBody({ signIn, secret, headerName }: SignInDraft): { signIn: SignIn; secret?: string; headerName?: string } {
  const withSecret = signIn === "bearer" || signIn === "header";
  return {
    signIn,
    ...(withSecret && secret !== "" ? { secret } : {}),
    ...(signIn === "header" ? { headerName: headerName.trim() } : {}),
  };
}

/** How to sign in to a system, and with what. */
export function SignInFields({ offered, draft, asksSecret, onChange }: Props) {
  const { signIn, secret, headerName } = draft;
  return (
    <>
      <Field label="How to sign in">
        {(control) => (
          <select {...control} className="input" value={signIn} onChange={(event) => onChange({ ...draft, signIn: event.target.value as SignIn })}>
            {offered.map((kind) => (
              <option key={kind} value={kind}>
                {signIns[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {signIn === "header" && (
        <Field label="Name of the header" hint="The service's documentation says it.">
          {(control) => <input {...control} className="input" required autoComplete="off" placeholder="X-Api-Key" value={headerName} onChange={(event) => onChange({ ...draft, headerName: event.target.value })} />}
        </Field>
      )}
      {asksSecret && (signIn === "bearer" || signIn === "header") && (
        <Field label={signIn === "header" ? "Key" : "Token"} hint="Kept encrypted. No page and no colleague ever sees it.">
          {(control) => <input {...control} className="input" type="password" required autoComplete="off" value={secret} onChange={(event) => onChange({ ...draft, secret: event.target.value })} />}
        </Field>
      )}
    </>
  );
}
