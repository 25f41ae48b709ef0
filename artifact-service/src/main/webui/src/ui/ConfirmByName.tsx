import { useState, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { Field } from "./Field.tsx";

interface Props {
  title: string;
  name: string;
  act: string;
  busy: boolean;
  complaint?: string | undefined;
  children: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** A destructive act: says what will be lost, and asks for the name of what goes. */
export function ConfirmByName({ title, name, act, busy, complaint, children, onConfirm, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const right = typed.trim() === name.trim();
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" className="primary" disabled={!right || busy} onClick={onConfirm}>
            {act}
          </Button>
        </>
      }
    >
      <div className="stack snug">{children}</div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (right && !busy) onConfirm();
        }}
      >
        <Field label={`Type “${name}” to confirm`} complaint={complaint}>
          {(control) => (
            <input {...control} className="input" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
