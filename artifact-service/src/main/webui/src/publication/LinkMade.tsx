import { Check } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { CopyField } from "./CopyField.tsx";
import { snippetOf } from "./snippet.ts";
import type { PublicLink } from "./types.ts";

/** The one time that a link is told. */
export function LinkMade({ link, origins, onBack }: { link: PublicLink; origins: readonly string[]; onBack: () => void }) {
  return (
    <div className="stack">
      <div className="notice" role="status">
        <Check size={16} aria-hidden />
        <span>The copy is public. Copy the link now: it is shown this once, and kept nowhere.</span>
      </div>
      <CopyField label="Public link" text={link.url} />
      {origins.length > 0 && <CopyField label="For a page of another site" text={snippetOf(link.url, "Live Artifacts")} />}
      <div className="row">
        <Button onClick={onBack}>All public links</Button>
      </div>
    </div>
  );
}
