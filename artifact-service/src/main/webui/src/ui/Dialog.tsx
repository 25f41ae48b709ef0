import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";

interface Props {
  title: string;
  open?: boolean;
  wide?: boolean;
  onClose: () => void;
  foot?: ReactNode;
  children: ReactNode;
  role?: "dialog" | "alertdialog";
}

/** A modal dialog. It brings its own scrim: the library's would write a style element, which our policy forbids. */
export function Dialog({ title, open = true, wide = false, onClose, foot, children, role = "dialog" }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Radix.Portal>
        <div className="scrim">
          <Radix.Content className={wide ? "dialog wide" : "dialog"} role={role} aria-describedby={undefined}>
            <div className="dialog-head">
              <Radix.Title asChild>
                <h2>{title}</h2>
              </Radix.Title>
              <Radix.Close asChild>
                <Button look="quiet" icon={<X size={18} />} aria-label="Close" />
              </Radix.Close>
            </div>
            <div className="dialog-body">{children}</div>
            {foot !== undefined && <div className="dialog-foot">{foot}</div>}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}
