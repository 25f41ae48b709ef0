import { Building2, Users, X } from "lucide-react";
import { useId, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { sentenceOf } from "../api/problem.ts";
import { useMe } from "../app/useMe.ts";
import { SubjectMark } from "./SubjectMark.tsx";
import { useSettled } from "../ui/useSettled.ts";
import { addressesIn, byAddress, isAddress, keyOf, labelOf, mostAtOnce, suggested, withMore, type Subject } from "./subjects.ts";
import { useSuggestions } from "./useSuggestions.ts";

interface Props {
  chosen: readonly Subject[];
  onChosen: (chosen: readonly Subject[]) => void;
  complaint: string | undefined;
}

function noteOf(subject: Subject): string {
  switch (subject.kind) {
    case "person":
      return subject.name === undefined ? "Has not signed in here yet; they can with this address" : subject.email;
    case "group":
      return "Group";
    case "workspace":
      return "All who belong here, now and later";
  }
}

function Option({ subject }: { subject: Subject }) {
  return (
    <>
      <SubjectMark kind={subject.kind} name={labelOf(subject)} />
      <span className="grow">
        <span className="cut share-block">{labelOf(subject)}</span>
        <span className="muted tiny cut share-block">{noteOf(subject)}</span>
      </span>
    </>
  );
}

/** People and groups, found by name or written as addresses. A combobox as WAI-ARIA describes it; the keys work as there. */
export function SubjectField({ chosen, onChosen, complaint }: Props) {
  const id = useId();
  const { data: me } = useMe();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { found, asked, error } = useSuggestions(useSettled(typed, 200));
  const options = suggested(typed, { people: found.people.filter(({ id: person }) => person !== me?.id), groups: found.groups, workspace: me?.workspace ?? "your workspace" }, chosen);
  const shown = open && typed.trim() !== "" && options.length > 0;
  const at = Math.min(active, options.length - 1);
  const full = chosen.length >= mostAtOnce;
  const note = complaint ?? (error === null ? undefined : sentenceOf(error));
  const nobody = open && asked && options.length === 0 && typed.trim().length >= 2;

  const take = (more: readonly Subject[]) => {
    onChosen(withMore(chosen, more));
    setTyped("");
    setActive(0);
  };
  const onKey = (event: KeyboardEvent) => {
    const option = options[at];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      setActive(options.length === 0 ? 0 : (at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
    } else if ((event.key === "Enter" || event.key === "," || event.key === ";") && typed.trim() !== "") {
      event.preventDefault();
      if (option !== undefined) take([option]);
    } else if (event.key === "Escape" && shown) {
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      setOpen(false);
    } else if (event.key === "Backspace" && typed === "" && chosen.length > 0) {
      onChosen(chosen.slice(0, -1));
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const emails = addressesIn(event.clipboardData.getData("text"));
    if (emails.length < 2) return;
    event.preventDefault();
    take(emails.map((email) => ({ kind: "person", email })));
  };

  return (
    <div className="field share-subjects">
      <label htmlFor={id}>Add people or groups</label>
      <div className={note === undefined ? "input share-box" : "input share-box wrong"}>
        {chosen.map((subject) => (
          <span key={keyOf(subject)} className="share-chip">
            {subject.kind === "group" && <Users size={14} aria-hidden />}
            {subject.kind === "workspace" && <Building2 size={14} aria-hidden />}
            <span className="cut">{labelOf(subject)}</span>
            <button type="button" aria-label={`Leave out ${labelOf(subject)}`} onClick={() => onChosen(chosen.filter((other) => other !== subject))}>
              <X size={14} />
            </button>
          </span>
        ))}
        <input
          id={id}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown ? `${id}-${at}` : undefined}
          aria-describedby={`${id}-note`}
          aria-invalid={note !== undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={320}
          placeholder={chosen.length === 0 ? "Name, group or name@company.com" : ""}
          disabled={full}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            // A whole address counts also where nobody pressed Enter after it.
            if (isAddress(typed.trim())) take(byAddress(options, typed));
          }}
          onKeyDown={onKey}
          onPaste={onPaste}
        />
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label="People and groups" className="share-options" hidden={!shown}>
        {shown &&
          options.map((option, index) => (
            <li
              key={keyOf(option)}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className="share-option"
              // The field keeps the focus, and with it the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take([option])}
            >
              <Option subject={option} />
            </li>
          ))}
      </ul>
      <div id={`${id}-note`} role="status" className={note === undefined ? "hint" : "complaint"}>
        {note ?? (full ? `These are ${mostAtOnce}: add them first.` : nobody ? "Nobody here is called so. Write the whole e-mail address to invite somebody." : "")}
      </div>
    </div>
  );
}
