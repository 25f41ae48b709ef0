import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { agoOf, momentOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { State } from "../ui/State.tsx";
import { useToaster } from "../ui/toaster.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { accountKeys, accountServer } from "./accountServer.ts";
import type { Session } from "./types.ts";

function Line({ session, now }: { session: Session; now: number }) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const since = momentOf(Date.parse(session.startedAt), now);
  const end = useMutation({
    mutationFn: () => accountServer.endSession(session.id),
    onSuccess: () => {
      say(`${session.device} is signed out`);
      void queries.invalidateQueries({ queryKey: accountKeys.sessions });
    },
    onError: (error) => say(sentenceOf(error)),
  });
  return (
    <li className="account-line">
      <MonitorSmartphone size={20} aria-hidden />
      <div className="account-what">
        <div className="account-name">
          <span className="strong">{session.device}</span>
          {session.current && <State look="fresh">This browser</State>}
        </div>
        <div className="muted tiny">
          {session.address} · since {since}
          {!session.current && ` · last seen ${agoOf(Date.parse(session.lastSeenAt), now)}`}
        </div>
      </div>
      <Button disabled={end.isPending} aria-label={`Sign out ${session.device}, since ${since}`} onClick={() => (session.current ? window.location.assign("/signout") : end.mutate())}>
        Sign out
      </Button>
    </li>
  );
}

function EndAll({ onClose }: { onClose: () => void }) {
  const end = useMutation({ mutationFn: accountServer.endSessions, onSuccess: () => window.location.assign("/") });
  return (
    <Dialog
      title="Sign out everywhere?"
      role="alertdialog"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Stay signed in</Button>
          <Button look="danger" className="primary" disabled={end.isPending} onClick={() => end.mutate()}>
            Sign out everywhere
          </Button>
        </>
      }
    >
      <p>Every browser, this one too, is signed out within seconds, and open pages are closed. Tokens of programs stay: revoke them one by one.</p>
      {end.error !== null && <p className="complaint">{sentenceOf(end.error)}</p>}
    </Dialog>
  );
}

/** Where one is signed in. */
export function Sessions() {
  const now = useNow(10_000);
  const [ending, setEnding] = useState(false);
  const sessions = useQuery({ queryKey: accountKeys.sessions, queryFn: accountServer.sessions, refetchInterval: 30_000 });
  return (
    <section className="stack snug" aria-labelledby="account-sessions">
      <div className="account-head">
        <h2 id="account-sessions">Where you are signed in</h2>
        <Button look="danger" onClick={() => setEnding(true)}>
          Sign out everywhere
        </Button>
      </div>
      {sessions.isPending && <div className="skeleton list-wait" aria-busy />}
      {sessions.data === undefined && sessions.error !== null && <Trouble error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data !== undefined && (
        <ul className="box lines">
          {sessions.data.map((session) => (
            <Line key={session.id} session={session} now={now} />
          ))}
        </ul>
      )}
      {ending && <EndAll onClose={() => setEnding(false)} />}
    </section>
  );
}
