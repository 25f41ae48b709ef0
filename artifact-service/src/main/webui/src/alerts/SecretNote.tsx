import { Copy } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { useToaster } from "../ui/toaster.ts";

/** The secret of a webhook, which is told once. */
export function SecretNote({ secret }: { secret: string }) {
  const { say } = useToaster();
  return (
    <Field label="Signing secret" hint="Copy it now: it is not shown again. Its receiver checks with it that messages come from here (Standard Webhooks).">
      {(control) => (
        <span className="alert-secret">
          <input {...control} className="input numbers" readOnly value={secret} onFocus={(event) => event.target.select()} />
          <Button icon={<Copy size={16} />} onClick={() => void navigator.clipboard.writeText(secret).then(() => say("Copied"))}>
            Copy
          </Button>
        </span>
      )}
    </Field>
  );
}
