import { ChevronRight } from "lucide-react";
import { useId, useState, type ReactNode } from "react";

/** Something that is shown when it is asked for. */
export function Fold({ label, open: first = false, children }: { label: ReactNode; open?: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(first);
  const id = useId();
  return (
    <div className="fold">
      <button type="button" className="fold-head" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        <ChevronRight size={16} className="call-chevron" aria-hidden />
        {label}
      </button>
      {open && (
        <div id={id} className="fold-body">
          {children}
        </div>
      )}
    </div>
  );
}
