import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { expiryOf, momentOfExpiry } from "./expiry.ts";
import { ExpiryField } from "./ExpiryField.tsx";

interface Props {
  name: string;
  expiresAt: string | null | undefined;
  busy: boolean;
  onSave: (expiresAt: string | null) => void;
  onCancel: () => void;
}

/** Changes when one share ends. */
export function EndForm({ name, expiresAt, busy, onSave, onCancel }: Props) {
  const [expiry, setExpiry] = useState(() => expiryOf(expiresAt));
  return (
    <form
      className="share-end stack snug"
      onSubmit={(event) => {
        event.preventDefault();
        const at = momentOfExpiry(expiry, Date.now());
        if (at !== undefined) onSave(at);
      }}
    >
      <ExpiryField label={`When it ends for ${name}`} expiry={expiry} onChange={setExpiry} />
      <div className="row">
        <Button look="primary" type="submit" disabled={busy}>
          Save
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
