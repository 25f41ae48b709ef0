import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { Connector } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { useToaster } from "../../ui/toaster.ts";

/** For services that know a program only after somebody has registered it there. */
export function ClientForm({ connector }: { connector: Connector }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [clientId, setClientId] = useState("");
  const [clientSecret, setClientSecret] = useState("");
  const redirect = `${window.location.origin}/api/connectors/signin/callback`;
  const save = useMutation({
    mutationFn: () => server.setClient(connector.id, { clientId: clientId.trim(), ...(clientSecret === "" ? {} : { clientSecret }) }),
    onSuccess: () => {
      setClientSecret("");
      say(`${connector.name} knows Live Artifacts now`);
      return queries.invalidateQueries({ queryKey: keys.connectors });
    },
  });
  return (
    <form
      className="stack snug"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p>
        {connector.name} wants to know the program that asks. Register an OAuth client there with this redirect address, and enter what you get:
      </p>
      <code className="copyable" tabIndex={0}>
        {redirect}
      </code>
      <Field label="Client ID" complaint={save.error === null ? undefined : sentenceOf(save.error)}>
        {(control) => <input {...control} className="input" required autoComplete="off" value={clientId} onChange={(event) => setClientId(event.target.value)} />}
      </Field>
      <Field label="Client secret" hint="Leave empty if there is none. Kept encrypted.">
        {(control) => <input {...control} className="input" type="password" autoComplete="off" value={clientSecret} onChange={(event) => setClientSecret(event.target.value)} />}
      </Field>
      <div>
        <Button look="primary" type="submit" disabled={clientId.trim() === "" || save.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
