import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { Link } from "wouter";
import { agoOf } from "../host/ages.ts";
import { Button } from "../ui/Button.tsx";
import { useNow } from "../ui/useNow.ts";
import { alertKeys, alertsServer } from "./alertsServer.ts";
import type { Notice, Notices } from "./types.ts";

const everyMs = 60_000;

function Item({ notice, now, onRead }: { notice: Notice; now: number; onRead: () => void }) {
  const words = (
    <>
      <span className="notice-title">
        {!notice.read && <span className="dot failing" aria-hidden />}
        <span className="grow">{notice.title}</span>
        {!notice.read && <span className="visually-hidden">, new</span>}
      </span>
      <span className="notice-text">{notice.text}</span>
      <span className="muted tiny">{agoOf(Date.parse(notice.at), now)}</span>
    </>
  );
  return (
    <li>
      {notice.href === undefined ? (
        <div className="notice-item">{words}</div>
      ) : (
        <Link href={notice.href} className="notice-item" onClick={onRead}>
          {words}
        </Link>
      )}
    </li>
  );
}

function Items({ notices, now, onRead }: { notices: Notices | undefined; now: number; onRead: (notice: Notice) => void }) {
  if (notices === undefined || notices.items.length === 0) return <p className="muted">Nothing yet. Alerts come here, and schedules that stopped.</p>;
  return (
    <ul className="notices-list">
      {notices.items.map((notice) => (
        <Item key={notice.id} notice={notice} now={now} onRead={() => onRead(notice)} />
      ))}
    </ul>
  );
}

/** What one was told, behind a bell. */
export function Bell() {
  const queries = useQueryClient();
  const now = useNow(30_000);
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ queryKey: alertKeys.notices, queryFn: alertsServer.notices, refetchInterval: everyMs });
  const read = useMutation({ mutationFn: alertsServer.read, onSuccess: (notices) => queries.setQueryData(alertKeys.notices, notices) });
  const unread = data?.unread ?? 0;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button look="quiet" className="bell" icon={<BellIcon size={18} aria-hidden />} aria-label={unread === 0 ? "Notices" : `Notices, ${unread} new`}>
          {unread > 0 && (
            <span className="bell-count numbers" aria-hidden>
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover notices" aria-label="Notices" align="end" sideOffset={6} collisionPadding={12}>
          <div className="notices-head">
            <h2>Notices</h2>
            {unread > 0 && (
              <Button look="link" disabled={read.isPending} onClick={() => read.mutate(null)}>
                Mark all as read
              </Button>
            )}
          </div>
          <Items
            notices={data}
            now={now}
            onRead={(notice) => {
              setOpen(false);
              if (!notice.read) read.mutate([notice.id]);
            }}
          />
          <Link href="/alerts" className="button link" onClick={() => setOpen(false)}>
            All alerts
          </Link>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
