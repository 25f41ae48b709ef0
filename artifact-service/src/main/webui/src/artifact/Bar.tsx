import {
  BellRing,
  CalendarClock,
  ChevronDown,
  ChevronLeft,
  Copy,
  Download,
  History,
  ListRestart,
  Maximize,
  MessageSquareText,
  MoreHorizontal,
  PencilLine,
  Printer,
  RefreshCw,
  Share2,
  ShieldCheck,
  SlidersHorizontal,
  Table2,
  Trash2,
} from "lucide-react";
import { Popover } from "radix-ui";
import { lazy, Suspense, useState } from "react";
import { useLocation } from "wouter";
import { readProblem, sentenceOf } from "../api/problem.ts";
import { exportPath } from "../api/server.ts";
import type { Artifact } from "../api/types.ts";
import { DeleteArtifact } from "../gallery/DeleteArtifact.tsx";
import { agoOf } from "../host/ages.ts";
import type { ArtifactHost } from "../host/artifactHost.ts";
import type { HostState } from "../host/hostState.ts";
import { saveAs } from "../host/files.ts";
import type { SourceFreshness } from "../host/freshness.ts";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Menu, MenuCheck, MenuItem, MenuLine, MenuLink } from "../ui/Menu.tsx";
import { State } from "../ui/State.tsx";
import { useToaster } from "../ui/toaster.ts";
import type { Past } from "../history/usePast.ts";
import { useAutoApplySwitch } from "../history/usePreferences.ts";
import type { PanelTab } from "./Panel.tsx";
import { RenameDialog } from "./RenameDialog.tsx";
import { Sources } from "./Sources.tsx";
import { useDuplicate } from "./useDuplicate.ts";

const ShareDialog = lazy(async () => ({ default: (await import("../share/ShareDialog.tsx")).ShareDialog }));
const ScheduleDialog = lazy(async () => ({ default: (await import("../schedules/ScheduleDialog.tsx")).ScheduleDialog }));
const AlertDialog = lazy(async () => ({ default: (await import("../alerts/AlertDialog.tsx")).AlertDialog }));

const TimePicker = lazy(async () => ({ default: (await import("../history/TimePicker.tsx")).TimePicker }));

type Open = "share" | "schedule" | "alert" | "rename" | "delete" | undefined;

interface Props {
  artifact: Artifact | undefined;
  sources: readonly SourceFreshness[];
  now: number;
  host: ArtifactHost;
  reloading: boolean;
  asking: number;
  /** An older version that is on screen instead of the current one. */
  pinned: number | undefined;
  /** The snapshot whose data is on screen instead of today's. */
  asOf: string | undefined;
  past: Past;
  refreshing: HostState["refreshing"];
  panel: PanelTab | undefined;
  onPanel: (tab: PanelTab | undefined) => void;
  onReview: () => void;
  onFullScreen: () => void;
}

function Title({ artifact, now }: { artifact: Artifact; now: number }) {
  return (
    <Popover.Root>
      <Popover.Trigger className="bar-title">
        <h1 className="cut">{artifact.title}</h1>
        <ChevronDown size={14} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover about" aria-label="About this page" align="start" sideOffset={6} collisionPadding={12}>
          <p className="strong">{artifact.title}</p>
          {artifact.description != null && artifact.description !== "" && <p>{artifact.description}</p>}
          <p className="muted tiny">
            By {artifact.role === "owner" ? "you" : artifact.owner.name} · version {artifact.version}, saved {agoOf(Date.parse(artifact.updatedAt), now)}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function AutoApply({ id }: { id: string }) {
  const { on, set } = useAutoApplySwitch(id);
  return (
    <MenuCheck icon={<ListRestart size={16} />} checked={on} onChange={set}>
      Show new data by itself
    </MenuCheck>
  );
}

/** A scheduled refresh that is under way. */
function Refreshing({ done, total }: { done: number; total: number }) {
  return (
    <span className="bar-refreshing" role="status">
      <State look="waiting" pending>
        <span className="numbers">
          Refreshing, {done} of {total}
        </span>
      </State>
    </span>
  );
}

/** The one bar above a page: what it is, how fresh it is, and what one can do with it. */
export function Bar({ artifact, sources, now, host, reloading, asking, pinned, asOf, past, refreshing, panel, onPanel, onReview, onFullScreen }: Props) {
  const [open, setOpen] = useState<Open>();
  const [, go] = useLocation();
  const { say } = useToaster();
  const duplicate = useDuplicate();
  const close = () => setOpen(undefined);
  const toggle = (tab: PanelTab) => onPanel(panel === tab ? undefined : tab);
  const owner = artifact?.role === "owner";
  const frozen = asOf !== undefined;
  const may = owner || artifact?.role === "editor";

  const download = async (of: Artifact) => {
    try {
      const response = await fetch(exportPath(of.id, pinned), { credentials: "same-origin" });
      if (!response.ok) throw readProblem(response.status, undefined);
      saveAs(`${of.title}.html`, await response.blob());
    } catch (error) {
      say(sentenceOf(error));
    }
  };

  return (
    <header className="bar">
      <ButtonLink look="quiet" href="/" label="Back to your artifacts" icon={<ChevronLeft size={20} />} />
      {artifact === undefined ? <span className="skeleton bar-title-space" /> : <Title artifact={artifact} now={now} />}
      <Sources sources={sources} now={now} asking={asking} />
      {refreshing !== null && <Refreshing {...refreshing} />}
      <div className="bar-acts">
        <Button
          look="quiet"
          className="bar-reload"
          icon={<RefreshCw size={16} className={reloading ? "spin" : undefined} aria-hidden />}
          aria-label="Reload"
          title={frozen ? "Go back to now to fetch new data" : "Fetch new data from every source"}
          disabled={frozen}
          aria-busy={reloading}
          onClick={() => void host.load("live")}
        >
          <span className="bar-word">Reload</span>
        </Button>
        <Suspense>
          {artifact !== undefined && (frozen || past.snapshots.length > 0) && <TimePicker id={artifact.id} asOf={past.shown} frozen={frozen} now={now} />}
        </Suspense>
        <Button look="quiet" className="bar-wide" icon={<Table2 size={16} />} aria-pressed={panel === "calls"} onClick={() => toggle("calls")}>
          <span className="bar-word">Data</span>
        </Button>
        <Button look="quiet" className="bar-wide" icon={<History size={16} />} aria-pressed={panel === "history"} onClick={() => toggle("history")}>
          <span className="bar-word">History</span>
        </Button>
        {owner && (
          <Button look="quiet" className="bar-wide" icon={<CalendarClock size={16} />} onClick={() => setOpen("schedule")}>
            <span className="bar-word">Schedule</span>
          </Button>
        )}
        {owner && (
          <Button look="quiet" className="bar-wide" icon={<Share2 size={16} />} onClick={() => setOpen("share")}>
            <span className="bar-word">Share</span>
          </Button>
        )}
        <Menu trigger={<Button look="quiet" icon={<MoreHorizontal size={18} />} aria-label="More" disabled={artifact === undefined} />}>
          <MenuItem icon={<Table2 size={16} />} onSelect={() => onPanel("calls")}>
            Data
          </MenuItem>
          <MenuItem icon={<History size={16} />} onSelect={() => onPanel("history")}>
            History
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
          {may && (
            <MenuItem icon={<SlidersHorizontal size={16} />} onSelect={() => go(`/a/${artifact.id}/form`)}>
              Change by form…
            </MenuItem>
          )}
          <MenuItem icon={<BellRing size={16} />} onSelect={() => setOpen("alert")}>
            Alert me…
          </MenuItem>
          <MenuItem icon={<ShieldCheck size={16} />} onSelect={onReview}>
            {owner ? "Tools it may use…" : "What I always allow…"}
          </MenuItem>
          {artifact !== undefined && !frozen && <AutoApply id={artifact.id} />}
          <MenuLine />
          {document.fullscreenEnabled && (
            <MenuItem icon={<Maximize size={16} />} onSelect={onFullScreen}>
              Full screen
            </MenuItem>
          )}
          <MenuItem icon={<Printer size={16} />} onSelect={() => host.print()}>
            Print or save as PDF…
          </MenuItem>
          <MenuItem icon={<Download size={16} />} onSelect={() => artifact !== undefined && void download(artifact)}>
            Download as one file
          </MenuItem>
          <MenuItem icon={<Copy size={16} />} onSelect={() => artifact !== undefined && duplicate.mutate(artifact)}>
            Duplicate
          </MenuItem>
          {may && <MenuLine />}
          {may && (
            <MenuLink href={`/a/${artifact.id}/change`} icon={<MessageSquareText size={16} />}>
              Change in words…
            </MenuLink>
          )}
          {may && (
            <MenuItem icon={<PencilLine size={16} />} onSelect={() => setOpen("rename")}>
              Rename…
            </MenuItem>
          )}
          {owner && (
            <MenuItem icon={<Trash2 size={16} />} danger onSelect={() => setOpen("delete")}>
              Delete…
            </MenuItem>
          )}
        </Menu>
      </div>
      <Suspense>
        {artifact !== undefined && open === "share" && <ShareDialog id={artifact.id} title={artifact.title} onClose={close} />}
        {artifact !== undefined && open === "schedule" && <ScheduleDialog artifactId={artifact.id} title={artifact.title} onClose={close} />}
        {artifact !== undefined && open === "alert" && <AlertDialog artifactId={artifact.id} title={artifact.title} onClose={close} />}
      </Suspense>
      {artifact !== undefined && open === "rename" && <RenameDialog artifact={artifact} onClose={close} />}
      {artifact !== undefined && open === "delete" && (
        <DeleteArtifact id={artifact.id} title={artifact.title} onClose={close} onDeleted={() => go("/")} />
      )}
    </header>
  );
}
