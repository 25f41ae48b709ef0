import { CalendarClock, Copy, ExternalLink, MoreHorizontal, Share2, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Link, useLocation } from "wouter";
import type { ArtifactCard } from "../api/types.ts";
import { useDuplicate } from "../artifact/useDuplicate.ts";
import { agoOf, momentOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { Mark } from "../ui/Mark.tsx";
import { State } from "../ui/State.tsx";
import { Menu, MenuItem, MenuLine } from "../ui/Menu.tsx";
import { Thumbnail } from "../ui/Thumbnail.tsx";
import { useNow } from "../ui/useNow.ts";
import { isNew, stateOf } from "./cardWords.ts";
import { DeleteArtifact } from "./DeleteArtifact.tsx";

const ShareDialog = lazy(async () => ({ default: (await import("../share/ShareDialog.tsx")).ShareDialog }));
const ScheduleDialog = lazy(async () => ({ default: (await import("../schedules/ScheduleDialog.tsx")).ScheduleDialog }));

type Open = "share" | "schedule" | "delete" | undefined;

/** One artifact in the gallery. The whole card leads to it; the menu holds the rest. */
export function Card({ card, nextAt }: { card: ArtifactCard; nextAt?: number | undefined }) {
  const [, go] = useLocation();
  const [open, setOpen] = useState<Open>();
  const duplicate = useDuplicate();
  const now = useNow(30_000);
  const close = () => setOpen(undefined);
  const owner = card.role === "owner";
  const state = stateOf(card, now);
  return (
    <li className="card">
      <div className="card-thumb">
        <Thumbnail id={card.id} title={card.title} />
      </div>
      <div className="card-text">
        <h2 className="row card-title">
          <Link href={`/a/${card.id}`} className="card-link cut">
            {card.title}
          </Link>
          {isNew(card) && <span className="badge card-new">New</span>}
        </h2>
        <p className="row muted tiny cut card-facts">
          {state !== undefined && (
            <State look={state.look}>
              <span className="numbers">{state.text}</span>
            </State>
          )}
          <span className="cut">
            {owner ? "" : `${card.owner.name} · ${card.role === "editor" ? "can edit · " : ""}`}
            {state === undefined ? agoOf(Date.parse(card.updatedAt), now) : `changed ${agoOf(Date.parse(card.updatedAt), now)}`}
            {nextAt === undefined ? "" : ` · next ${momentOf(nextAt, now)}`}
          </span>
        </p>
        <div className="row spread card-foot">
          <div className="row marks">
            {card.connectors.slice(0, 4).map(({ id, name }) => (
              <span key={id} className="row marked">
                <Mark name={name} />
                <span className="tiny muted cut">{card.connectors.length === 1 ? name : ""}</span>
                {card.connectors.length > 1 && <span className="visually-hidden">{name}</span>}
              </span>
            ))}
            {card.connectors.length === 0 && <span className="tiny muted">No source</span>}
          </div>
          <Menu trigger={<Button look="quiet" className="card-menu" icon={<MoreHorizontal size={18} />} aria-label={`${card.title}: more`} />}>
            <MenuItem icon={<ExternalLink size={16} />} onSelect={() => go(`/a/${card.id}`)}>
              Open
            </MenuItem>
            {owner && (
              <MenuItem icon={<Share2 size={16} />} onSelect={() => setOpen("share")}>
                Share…
              </MenuItem>
            )}
            {owner && (
              <MenuItem icon={<CalendarClock size={16} />} onSelect={() => setOpen("schedule")}>
                Schedule…
              </MenuItem>
            )}
            <MenuItem icon={<Copy size={16} />} disabled={duplicate.isPending} onSelect={() => duplicate.mutate(card)}>
              Duplicate
            </MenuItem>
            {owner && <MenuLine />}
            {owner && (
              <MenuItem icon={<Trash2 size={16} />} danger onSelect={() => setOpen("delete")}>
                Delete…
              </MenuItem>
            )}
          </Menu>
        </div>
      </div>
      <Suspense>
        {open === "share" && <ShareDialog id={card.id} title={card.title} onClose={close} />}
        {open === "schedule" && <ScheduleDialog artifactId={card.id} title={card.title} onClose={close} />}
      </Suspense>
      {open === "delete" && <DeleteArtifact id={card.id} title={card.title} onClose={close} onDeleted={close} />}
    </li>
  );
}
