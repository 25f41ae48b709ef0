import { useEffect } from "react";

let dialogs = 0;

function setInert(): void {
  document.getElementById("app")?.toggleAttribute("inert", dialogs > 0);
}

/** Keeps the keyboard and the screen reader out of what lies behind a dialog. */
export function useInertApp(open: boolean): void {
  useEffect(() => {
    if (!open) return undefined;
    dialogs++;
    setInert();
    return () => {
      dialogs--;
      setInert();
    };
  }, [open]);
}
