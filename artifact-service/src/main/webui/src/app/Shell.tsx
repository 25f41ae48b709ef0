import { BellRing, CalendarClock, LayoutGrid, LogOut, Plug, Plus, ShieldCheck, UserRound } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import { Link, useRoute } from "wouter";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Avatar } from "../ui/Mark.tsx";
import { Menu, MenuItem, MenuLine, MenuLink } from "../ui/Menu.tsx";
import { SessionBanner } from "../account/SessionBanner.tsx";
import { Bell } from "../alerts/Bell.tsx";
import { Brand } from "./Brand.tsx";
import { useMe } from "./useMe.ts";

function Place({ href, children }: { href: string; children: ReactNode }) {
  const [here] = useRoute(`${href}/*?`);
  return (
    <Link href={href} className="place" aria-current={here ? "page" : undefined}>
      {children}
    </Link>
  );
}

function PersonMenu() {
  const { data: me } = useMe();
  if (me === undefined) return <span className="avatar" />;
  return (
    <Menu
      trigger={
        <Button
          look="quiet"
          className="person"
          icon={
            <>
              <Avatar name={me.name} />
              <span className="visually-hidden">{`${me.name}: menu`}</span>
            </>
          }
        />
      }
    >
      <div className="menu-head">
        <div className="strong">{me.name}</div>
        <div className="muted tiny">{me.email}</div>
        <div className="muted tiny">{me.workspace}</div>
      </div>
      <MenuLine />
      <MenuLink href="/" icon={<LayoutGrid size={16} />}>
        Artifacts
      </MenuLink>
      <MenuLink href="/connectors" icon={<Plug size={16} />}>
        Connectors
      </MenuLink>
      <MenuLink href="/schedules" icon={<CalendarClock size={16} />}>
        Schedules
      </MenuLink>
      <MenuLink href="/alerts" icon={<BellRing size={16} />}>
        Alerts
      </MenuLink>
      <MenuLink href="/account" icon={<UserRound size={16} />}>
        Account
      </MenuLink>
      {me.admin && (
        <MenuLink href="/admin" icon={<ShieldCheck size={16} />}>
          Administration
        </MenuLink>
      )}
      <MenuLine />
      <MenuItem icon={<LogOut size={16} />} onSelect={() => window.location.assign("/signout")}>
        Sign out
      </MenuItem>
    </Menu>
  );
}

/** The frame around every screen but the artifact itself. */
export function Shell({ title, search, children }: { title: string; search?: ReactNode; children: ReactNode }) {
  const { data: me } = useMe();
  useEffect(() => {
    document.title = `${title} · Live Artifacts`;
  }, [title]);
  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="top">
        <Link href="/" className="brand" aria-label="Live Artifacts: home">
          <Brand />
          <span className="brand-name">Live Artifacts</span>
        </Link>
        <div className="top-search">{search}</div>
        <nav className="places" aria-label="Main">
          <Place href="/connectors">Connectors</Place>
          <Place href="/schedules">Schedules</Place>
          <Place href="/alerts">Alerts</Place>
        </nav>
        {me?.creator !== false && (
          <ButtonLink look="primary" href="/new" className="new" icon={<Plus size={16} />}>
            New
          </ButtonLink>
        )}
        <Bell />
        <PersonMenu />
      </header>
      <SessionBanner />
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
