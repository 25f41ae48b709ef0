import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import type { SignIn } from "../api/types.ts";
import { keys } from "../app/keys.ts";
import { useMe } from "../app/useMe.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { State } from "../ui/State.tsx";
import { signIns, suggestedName } from "./connectorWords.ts";
import { useCheck } from "./useCheck.ts";

const offered: SignIn[] = ["none", "bearer", "header"];

function CheckResult({ check }: { check: ReturnType<typeof useCheck> }) {
  if (!check.asked) return <div className="check-result muted">The address is checked as soon as it is complete.</div>;
  if (check.isPending) return <div className="check-result"><State look="waiting" pending>Looking…</State></div>;
  if (check.error !== null) return <div className="check-result"><State look="failing">{sentenceOf(check.error)}</State></div>;
  const { ok, serverName, toolCount, error } = check.data;
  if (!ok) return <div className="check-result"><State look="failing"><span className="wrap-text">{error ?? "No MCP server answers here."}</span></State></div>;
  const tools = toolCount == null ? "" : toolCount === 1 ? ", 1 tool" : `, ${toolCount} tools`;
  return (
    <div className="check-result">
      <State look="fresh">
        {serverName ?? "The server"} answers{tools}
      </State>
    </div>
  );
}

/** Adds a system by the address of its MCP server, with a live check. */
export function AddConnector({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { data: me } = useMe();
  const [endpoint, setEndpoint] = useState("");
  const [name, setName] = useState<string>();
  const [signIn, setSignIn] = useState<SignIn>("none");
  const [secret, setSecret] = useState("");
  const [headerName, setHeaderName] = useState("");
  const [scope, setScope] = useState<"workspace" | "personal">("personal");
  const check = useCheck(endpoint, signIn, secret, headerName);
  const shownName = name ?? suggestedName(endpoint, check.data?.serverName);
  const add = useMutation({
    mutationFn: () =>
      server.addConnector({
        name: shownName.trim(),
        endpoint: endpoint.trim(),
        scope,
        signIn,
        ...(signIn === "none" ? {} : { secret }),
        ...(signIn === "header" ? { headerName: headerName.trim() } : {}),
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: keys.connectors });
      go(`/connectors/${id}`);
    },
  });
  const ready = shownName.trim() !== "" && endpoint.trim() !== "" && (signIn === "none" || secret !== "") && (signIn !== "header" || headerName.trim() !== "");
  return (
    <Dialog
      title="Add a connector"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="add-connector" disabled={!ready || add.isPending}>
            Add
          </Button>
        </>
      }
    >
      <form
        id="add-connector"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) add.mutate();
        }}
      >
        <Field label="Address of its MCP server">
          {(control) => (
            <input {...control} className="input" type="url" required inputMode="url" autoComplete="off" placeholder="https://mcp.example.com/mcp" value={endpoint} onChange={(event) => setEndpoint(event.target.value)} />
          )}
        </Field>
        <CheckResult check={check} />
        <Field label="Name">
          {(control) => <input {...control} className="input" required maxLength={80} autoComplete="off" value={shownName} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label="How to sign in">
          {(control) => (
            <select {...control} className="input" value={signIn} onChange={(event) => setSignIn(event.target.value as SignIn)}>
              {offered.map((kind) => (
                <option key={kind} value={kind}>
                  {signIns[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {signIn === "header" && (
          <Field label="Name of the header">
            {(control) => <input {...control} className="input" required autoComplete="off" placeholder="X-Api-Key" value={headerName} onChange={(event) => setHeaderName(event.target.value)} />}
          </Field>
        )}
        {signIn !== "none" && (
          <Field label={signIn === "header" ? "Key" : "Token"} hint="Kept encrypted. No page and no colleague ever sees it.">
            {(control) => <input {...control} className="input" type="password" required autoComplete="off" value={secret} onChange={(event) => setSecret(event.target.value)} />}
          </Field>
        )}
        {me?.admin === true && (
          <Field label="Who may use it">
            {(control) => (
              <select {...control} className="input" value={scope} onChange={(event) => setScope(event.target.value as "workspace" | "personal")}>
                <option value="personal">Only you</option>
                <option value="workspace">Everyone at {me.workspace}</option>
              </select>
            )}
          </Field>
        )}
        {add.error !== null && (
          <div className="notice failing" role="alert">
            {sentenceOf(add.error)}
          </div>
        )}
      </form>
    </Dialog>
  );
}
