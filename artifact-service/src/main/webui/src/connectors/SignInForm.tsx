import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { Connector } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { useToaster } from "../ui/toaster.ts";

/** A new token for a connector whose old one is no longer taken. */
export function SignInForm({ connector }: { connector: Connector }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [secret, setSecret] = useState("");
  const save = useMutation({
    mutationFn: () => server.changeConnector(connector.id, { secret }),
    onSuccess: () => {
      setSecret("");
      say(`Signed in to ${connector.name}`);
      return queries.invalidateQueries({ queryKey: keys.connectors });
    },
  });
  if (!connector.mine) return <div className="notice old">An administrator has to sign in to {connector.name} again.</div>;
  if (connector.signIn === "none" || connector.signIn === "oauth") return null;
  return (
    <form
      className="box padded stack snug"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{connector.name} needs you to sign in again</h2>
      <Field label={connector.signIn === "header" ? "New key" : "New token"} complaint={save.error === null ? undefined : sentenceOf(save.error)}>
        {(control) => (
          <div className="row">
            <input {...control} className="input grow" type="password" required autoComplete="off" value={secret} onChange={(event) => setSecret(event.target.value)} />
            <Button look="primary" type="submit" disabled={secret === "" || save.isPending}>
              Sign in
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
