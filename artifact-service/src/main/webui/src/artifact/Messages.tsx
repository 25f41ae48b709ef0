import { MessageSquareText } from "lucide-react";
import type { MessageLevel } from "../../protocol.ts";
import type { PageNote } from "../host/pageServices.ts";
import { Empty } from "../ui/Empty.tsx";
import { State, type DotLook } from "../ui/State.tsx";

const words: Record<MessageLevel, { word: string; look: DotLook }> = {
  error: { word: "Error", look: "failing" },
  warning: { word: "Warning", look: "old" },
  blocked: { word: "Kept out", look: "old" },
  note: { word: "Note", look: "idle" },
};

/** What the page said on its console, and what the sandbox kept out. */
export function Messages({ notes }: { notes: readonly PageNote[] }) {
  if (notes.length === 0) {
    return (
      <Empty icon={<MessageSquareText size={24} />} title="The page has nothing to report">
        Errors, warnings and whatever the sandbox keeps out appear here.
      </Empty>
    );
  }
  return (
    <ul className="box lines">
      {notes.map((note, index) => (
        <li key={index} className="message">
          <div className="row spread">
            <State look={words[note.level].look}>{words[note.level].word}</State>
            {note.where !== null && <span className="muted tiny cut">{note.where}</span>}
          </div>
          <code>{note.text}</code>
        </li>
      ))}
    </ul>
  );
}
