import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ArtifactHost } from "../host/artifactHost.ts";
import type { HostState } from "../host/hostState.ts";
import type { FrameView } from "../host/loads.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";

function PageFrame({ host, view, title }: { host: ArtifactHost; view: FrameView; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (frame.current !== null) host.attach(view.id, frame.current);
  }, [host, view.id]);
  return (
    <iframe
      ref={frame}
      name={view.name}
      className={`page-frame ${view.phase}`}
      title={view.phase === "shown" ? title : `${title} (loading)`}
      aria-hidden={view.phase !== "shown"}
      tabIndex={view.phase === "shown" ? 0 : -1}
      sandbox="allow-scripts allow-forms allow-modals"
      allow="clipboard-write *"
      referrerPolicy="no-referrer"
    />
  );
}

/** Where the page is: the frame on screen, and beside it the one that is about to take its place. */
export function Stage({ host, state, title }: { host: ArtifactHost; state: HostState; title: string }) {
  if (state.trouble !== null) {
    return (
      <Empty
        icon={<CircleAlert size={24} />}
        title="The page is not shown"
        action={
          <Button look="primary" onClick={() => void host.load("stored")}>
            Open it again
          </Button>
        }
      >
        {state.trouble}
      </Empty>
    );
  }
  return (
    <>
      {state.frames.length === 0 && (
        <div className="stage-wait" aria-busy aria-label="Loading the page">
          <div className="skeleton" />
          <div className="skeleton" />
          <div className="skeleton" />
        </div>
      )}
      {state.frames.map((view) => (
        <PageFrame key={view.id} host={host} view={view} title={title} />
      ))}
    </>
  );
}
