import { Copy } from "lucide-react";
import { useRef } from "react";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { useToaster } from "../ui/toaster.ts";

/** A text to take along. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const { say } = useToaster();
  const input = useRef<HTMLInputElement>(null);
  const copy = () => {
    input.current?.select();
    return navigator.clipboard.writeText(text).then(
      () => say("Copied"),
      () => say("The browser does not let it be copied: it is marked, so copy it with the keyboard"),
    );
  };
  return (
    <Field label={label}>
      {(control) => (
        <div className="row">
          <input {...control} ref={input} className="input grow public-copy" readOnly value={text} onFocus={(event) => event.target.select()} />
          <Button look="primary" icon={<Copy size={16} />} aria-label={`Copy: ${label}`} onClick={() => void copy()}>
            Copy
          </Button>
        </div>
      )}
    </Field>
  );
}
