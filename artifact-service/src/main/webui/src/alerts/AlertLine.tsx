import { KeyRound, MoreHorizontal, Pause, PencilLine, Play, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmByName } from "../ui/ConfirmByName.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Fold } from "../ui/Fold.tsx";
import { Menu, MenuItem, MenuLine } from "../ui/Menu.tsx";
import { State } from "../ui/State.tsx";
import { AlertDialog } from "./AlertDialog.tsx";
import { sentWords, standingOf } from "./alertWords.ts";
import { Episodes } from "./Episodes.tsx";
import { SecretNote } from "./SecretNote.tsx";
import type { Alert } from "./types.ts";
import { useAlertActs } from "./useAlertActs.ts";

/** One alert: what it looks at, how it stands, and what can be done with it. */
export function AlertLine({ alert, asked, now }: { alert: Alert; asked: boolean; now: number }) {
  const [open, setOpen] = useState<"change" | "delete">();
  const { pause, test, remove, renew } = useAlertActs(alert);
  const { look, words } = standingOf(alert, now);
  const close = () => setOpen(undefined);
  const outside = alert.mail || alert.webhookUrl !== undefined;
  const failed = alert.sent.some(({ state }) => state === "given_up" || state === "waiting");
  return (
    <li className={asked ? "alert asked" : "alert"}>
      <div className="alert-head">
        <div className="grow">
          <h2>{alert.name}</h2>
          <p className="muted tiny">
            <Link href={`/a/${alert.artifactId}`}>{alert.artifactTitle}</Link>
            {alert.name !== alert.words && ` · ${alert.words}`}
          </p>
        </div>
        <State look={look}>{words}</State>
        <Menu trigger={<Button look="quiet" icon={<MoreHorizontal size={18} />} aria-label={`What to do with “${alert.name}”`} />}>
          <MenuItem icon={<PencilLine size={16} />} onSelect={() => setOpen("change")}>
            Change…
          </MenuItem>
          <MenuItem icon={alert.paused ? <Play size={16} /> : <Pause size={16} />} onSelect={() => pause.mutate()}>
            {alert.paused ? "Resume" : "Pause"}
          </MenuItem>
          {outside && (
            <MenuItem icon={<Send size={16} />} onSelect={() => test.mutate()}>
              Send a test
            </MenuItem>
          )}
          {alert.webhookUrl !== undefined && (
            <MenuItem icon={<KeyRound size={16} />} onSelect={() => renew.mutate()}>
              New signing secret
            </MenuItem>
          )}
          <MenuLine />
          <MenuItem icon={<Trash2 size={16} />} danger onSelect={() => setOpen("delete")}>
            Delete…
          </MenuItem>
        </Menu>
      </div>
      {alert.trouble !== undefined ? (
        <div className="notice old">
          <span className="grow">{alert.trouble}</span>
          <Button look="link" onClick={() => setOpen("change")}>
            Change
          </Button>
        </div>
      ) : (
        alert.found !== undefined && <p>{alert.state === "firing" ? (alert.episode?.words ?? alert.found) : alert.found}</p>
      )}
      {alert.sent.length > 0 && <p className={failed ? "tiny" : "muted tiny"}>{alert.sent.map((one) => sentWords(one, now)).join(" · ")}</p>}
      <Fold label="When it happened" open={asked}>
        <Episodes alert={alert} now={now} />
      </Fold>
      {open === "change" && <AlertDialog artifactId={alert.artifactId} title={alert.artifactTitle} alert={alert} onClose={close} />}
      {open === "delete" && (
        <ConfirmByName
          title="Delete this alert?"
          name={alert.name}
          act="Delete"
          busy={remove.isPending}
          complaint={remove.error === null ? undefined : sentenceOf(remove.error)}
          onConfirm={() => remove.mutate()}
          onClose={close}
        >
          <p>You are not told any more when: {alert.words}. The list of when it happened is lost.</p>
        </ConfirmByName>
      )}
      {renew.data !== undefined && (
        <Dialog title="The webhook has a new secret" onClose={renew.reset} foot={<Button look="primary" onClick={renew.reset}>Done</Button>}>
          <p>The one before signs nothing any more.</p>
          <SecretNote secret={renew.data.webhookSecret} />
        </Dialog>
      )}
    </li>
  );
}
