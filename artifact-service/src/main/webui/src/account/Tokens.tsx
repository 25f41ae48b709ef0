import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { agoOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmByName } from "../ui/ConfirmByName.tsx";
import { Empty } from "../ui/Empty.tsx";
import { useToaster } from "../ui/toaster.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { accountKeys, accountServer } from "./accountServer.ts";
import { MakeToken } from "./MakeToken.tsx";
import { endInWords, scopesInWords } from "./tokenWords.ts";
import type { Token } from "./types.ts";

function used({ lastUsedAt, lastUsedFrom }: Token, now: number): string {
  if (lastUsedAt === null) return "never used";
  return `used ${agoOf(Date.parse(lastUsedAt), now)}${lastUsedFrom === null ? "" : ` from ${lastUsedFrom}`}`;
}

function Line({ token, now, onRevoke }: { token: Token; now: number; onRevoke: () => void }) {
  return (
    <li className="account-line">
      <KeyRound size={20} aria-hidden />
      <div className="account-what">
        <div className="strong">{token.name}</div>
        <div className="muted tiny">
          {scopesInWords(token.scopes)} · {endInWords(token.expiresAt, now)} · {used(token, now)}
        </div>
      </div>
      <Button look="danger" aria-label={`Revoke ${token.name}`} onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  );
}

function Revoke({ token, onClose }: { token: Token; onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const revoke = useMutation({
    mutationFn: () => accountServer.revokeToken(token.id),
    onSuccess: () => {
      say(`${token.name} is revoked`);
      void queries.invalidateQueries({ queryKey: accountKeys.tokens });
      onClose();
    },
  });
  return (
    <ConfirmByName
      title="Revoke this token?"
      name={token.name}
      act="Revoke"
      busy={revoke.isPending}
      complaint={revoke.error === null ? undefined : sentenceOf(revoke.error)}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      <p>The program that uses it stops working within seconds. This cannot be undone.</p>
    </ConfirmByName>
  );
}

/** The tokens of one's programs. */
export function Tokens() {
  const now = useNow(10_000);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token>();
  const tokens = useQuery({ queryKey: accountKeys.tokens, queryFn: accountServer.tokens });
  const make = (
    <Button look="primary" icon={<Plus size={16} />} onClick={() => setMaking(true)}>
      Make a token
    </Button>
  );
  return (
    <section className="stack snug" aria-labelledby="account-tokens">
      <div className="account-head">
        <h2 id="account-tokens">Tokens for programs</h2>
        {tokens.data !== undefined && tokens.data.length > 0 && make}
      </div>
      {tokens.isPending && <div className="skeleton list-wait" aria-busy />}
      {tokens.data === undefined && tokens.error !== null && <Trouble error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && (
        <Empty icon={<KeyRound size={24} />} title="No program speaks for you" action={make}>
          With a token a program of yours uses the API as you, within what you let it do and until a day that you choose.
        </Empty>
      )}
      {tokens.data !== undefined && tokens.data.length > 0 && (
        <ul className="box lines">
          {tokens.data.map((token) => (
            <Line key={token.id} token={token} now={now} onRevoke={() => setRevoking(token)} />
          ))}
        </ul>
      )}
      {making && <MakeToken onClose={() => setMaking(false)} />}
      {revoking !== undefined && <Revoke token={revoking} onClose={() => setRevoking(undefined)} />}
    </section>
  );
}
