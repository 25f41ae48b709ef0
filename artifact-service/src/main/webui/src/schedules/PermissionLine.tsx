import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Fold } from "../ui/Fold.tsx";
import { Menu, MenuItem } from "../ui/Menu.tsx";
import { useToaster } from "../ui/toaster.ts";
import { DelegatedCalls } from "./DelegatedCalls.tsx";
import { factsOf, isShown, troubleOf } from "./permissionWords.ts";
import { refreshServer } from "./refreshServer.ts";
import { RevokePermission } from "./RevokePermission.tsx";
import { ReviewPermission } from "./ReviewPermission.tsx";
import { endOf, terms } from "./rules.ts";
import type { Delegation } from "./types.ts";

function useExpiry({ artifactId }: Delegation) {
  const queries = useQueryClient();
  const { say } = useToaster();
  return useMutation({
    mutationFn: (days: number) => refreshServer.expireDelegation(artifactId, endOf(days, Date.now()) ?? null),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.delegations }),
    onError: (error) => say(sentenceOf(error)),
  });
}

/** What one page may fetch, for how long, and the way to take it back. */
export function PermissionLine({ delegation, now }: { delegation: Delegation; now: number }) {
  const [open, setOpen] = useState<"revoke" | "review">();
  const expiry = useExpiry(delegation);
  const close = () => setOpen(undefined);
  const { title, artifactId } = delegation;
  const shown = isShown(delegation);
  const trouble = troubleOf(delegation, now);
  const what = shown ? `what ${title} shows to others` : `what ${title} may do`;
  return (
    <li className="schedule">
      <div className="schedule-head">
        <div className="grow">
          <h2 className="cut">
            <Link href={`/a/${artifactId}`} className="plain-link">
              {title}
            </Link>
          </h2>
          <p className="muted tiny">{factsOf(delegation, now)}</p>
        </div>
        <div className="row wrap schedule-acts">
          {!shown && (
            <Menu trigger={<Button disabled={expiry.isPending} aria-label={`How long ${title} may do this`}>How long</Button>}>
              {terms.map(({ days, label }) => (
                <MenuItem key={days} onSelect={() => expiry.mutate(days)}>
                  {label}
                </MenuItem>
              ))}
            </Menu>
          )}
          <Button look="danger" aria-label={`Take back ${what}`} onClick={() => setOpen("revoke")}>
            Take back
          </Button>
        </div>
      </div>
      {trouble !== undefined && (
        <div className="notice old">
          <span className="grow">{trouble}</span>
          {!shown && (
            <Button look="link" onClick={() => setOpen("review")}>
              Review
            </Button>
          )}
        </div>
      )}
      <Fold label="The calls">
        <DelegatedCalls calls={delegation.calls} />
      </Fold>
      {open === "revoke" && <RevokePermission delegation={delegation} onClose={close} />}
      {open === "review" && <ReviewPermission delegation={delegation} onClose={close} />}
    </li>
  );
}
