import { CalendarX, Crown, MoreHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Menu, MenuItem, MenuLine } from "../ui/Menu.tsx";
import { EndForm } from "./EndForm.tsx";
import { SubjectMark } from "./SubjectMark.tsx";
import { addressOf, factsOf, nameOf, roleWords } from "./shareWords.ts";
import type { Share, ShareChange, ShareRole } from "./types.ts";

interface Props {
  share: Share;
  workspace: string;
  now: number;
  busy: boolean;
  onChange: (change: ShareChange) => void;
  onRemove: () => void;
  onMakeOwner: () => void;
}

/** One of those who may open an artifact: as what, until when, and the way to end it. */
export function ShareLine({ share, workspace, now, busy, onChange, onRemove, onMakeOwner }: Props) {
  const [ending, setEnding] = useState(false);
  const name = nameOf(share, workspace);
  const address = addressOf(share);
  const facts = factsOf(share, now);
  return (
    <li>
      <div className="share-line">
        <SubjectMark kind={share.kind} name={name} />
        <div className="grow">
          <div className="cut" title={name}>
            {name}
          </div>
          {address !== undefined && <div className="muted tiny cut">{address}</div>}
          {facts !== "" && <div className="muted tiny wrap-text">{facts}</div>}
        </div>
        <select className="input share-role" aria-label={`What ${name} may do`} value={share.role} disabled={busy} onChange={(event) => onChange({ role: event.target.value as ShareRole })}>
          <option value="viewer">{roleWords.viewer}</option>
          <option value="editor">{roleWords.editor}</option>
        </select>
        <Menu trigger={<Button look="quiet" icon={<MoreHorizontal size={18} />} aria-label={`More about ${name}`} disabled={busy} />}>
          <MenuItem icon={<CalendarX size={16} />} onSelect={() => setEnding(true)}>
            Change when it ends…
          </MenuItem>
          {share.kind === "person" && share.email != null && (
            <MenuItem icon={<Crown size={16} />} onSelect={onMakeOwner}>
              Make the owner…
            </MenuItem>
          )}
          <MenuLine />
          <MenuItem icon={<Trash2 size={16} />} danger onSelect={onRemove}>
            Remove
          </MenuItem>
        </Menu>
      </div>
      {ending && (
        <EndForm
          name={name}
          expiresAt={share.expiresAt}
          busy={busy}
          onCancel={() => setEnding(false)}
          onSave={(expiresAt) => {
            onChange({ expiresAt });
            setEnding(false);
          }}
        />
      )}
    </li>
  );
}
