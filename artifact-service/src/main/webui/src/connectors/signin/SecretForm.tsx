import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { Connector } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { useToaster } from "../../ui/toaster.ts";
import { eachSignsIn, secretOf } from "../connectorWords.ts";
import { tellSignIn } from "../signInPopup.ts";

/** A new token or key: a person's own, or the one that everybody's calls use. */
export function SecretForm({ connector, onSaved }: { connector: Connector; onSaved?: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const [secret, setSecret] = useState("");
  const save = useMutation({
    mutationFn: () => (eachSignsIn(connector) ? server.setSecret(connector.id, secret) : server.changeConnector(connector.id, { secret })),
    onSuccess: () => {
      setSecret("");
      say(`Signed in to ${connector.name}`);
      tellSignIn({ connectorId: connector.id, outcome: "connected", message: "" });
      onSaved?.();
      return queries.invalidateQueries({ queryKey: keys.connectors });
    },
  });
  const what = secretOf(connector);
  return (
    <form
      className="stack snug"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Field
        label={eachSignsIn(connector) ? `Your ${what}` : `New ${what}`}
        hint="Kept encrypted. No page and no colleague ever sees it."
        complaint={save.error === null ? undefined : sentenceOf(save.error)}
      >
        {(control) => <input {...control} className="input" type="password" required autoComplete="off" value={secret} onChange={(event) => setSecret(event.target.value)} />}
      </Field>
      <div>
        <Button look="primary" type="submit" disabled={secret.trim() === "" || save.isPending}>
          {save.isPending ? "Saving…" : "Sign in"}
        </Button>
      </div>
    </form>
  );
}
