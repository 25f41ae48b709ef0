import { useId, type ReactNode } from "react";

interface Props {
  label: string;
  hint?: ReactNode;
  complaint?: string | undefined;
  hideLabel?: boolean;
  /** Marks the label, for forms in which some fields may be left empty. */
  required?: boolean;
  children: (control: { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean }) => ReactNode;
}

/** A label, its control, and what there is to say about it. */
export function Field({ label, hint, complaint, hideLabel = false, required = false, children }: Props) {
  const id = useId();
  const noteId = `${id}-note`;
  const noted = hint !== undefined || complaint !== undefined;
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : undefined}>
        {label}
        {required ? <span className="required"> required</span> : null}
      </label>
      {children({ id, "aria-describedby": noted ? noteId : undefined, "aria-invalid": complaint !== undefined })}
      {noted && (
        <div id={noteId} className={complaint === undefined ? "hint" : "complaint"}>
          {complaint ?? hint}
        </div>
      )}
    </div>
  );
}
