import { useCallback, useMemo, useState, type ReactNode } from "react";
import { ToastContext, type Toaster } from "./toaster.ts";

const stayMs = 5_000;

interface Toast {
  id: number;
  text: string;
}

/** Short messages at the foot of the screen; read out, never in the way. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const say = useCallback((text: string) => {
    const toast = { id: Date.now() + Math.random(), text };
    setToasts((before) => [...before.slice(-2), toast]);
    setTimeout(() => setToasts((before) => before.filter((other) => other !== toast)), stayMs);
  }, []);
  const toaster = useMemo<Toaster>(() => ({ say }), [say]);
  return (
    <ToastContext value={toaster}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className="toast">
            {toast.text}
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
