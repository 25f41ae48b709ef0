import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { useInertApp } from "./useInertApp.ts";
import { Button } from "./Button.tsx";

interface Props {
  title: string;
  open?: boolean;
  wide?: boolean;
  size?: "full";
  onClose: () => void;
  foot?: ReactNode;
  children: ReactNode;
  role?: "dialog" | "alertdialog";
}

/** Where to start: in the first field, except where that would raise a keyboard on the screen. */
function startOf(content: HTMLElement): HTMLElement {
  const field = matchMedia("(pointer: fine)").matches ? content.querySelector<HTMLElement>("input, select, textarea") : null;
  return field ?? content;
}

/** A modal dialog. It brings its own scrim: the library's would write a style element, which our policy forbids. */
export function Dialog({ title, open = true, wide = false, size, onClose, foot, children, role = "dialog" }: Props) {
  const content = useRef<HTMLDivElement>(null);
  useInertApp(open);
  return (
    <Radix.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Radix.Portal>
        <div className="scrim">
          <Radix.Content
            ref={content}
            className={["dialog", wide ? "wide" : "", size ?? ""].filter(Boolean).join(" ")}
            role={role}
            aria-describedby={undefined}
            onOpenAutoFocus={(event) => {
              event.preventDefault();
              if (content.current !== null) startOf(content.current).focus();
            }}
          >
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
