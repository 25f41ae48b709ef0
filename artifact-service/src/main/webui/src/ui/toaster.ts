import { createContext, use } from "react";

export interface Toaster {
  readonly say: (text: string) => void;
}

export const ToastContext = createContext<Toaster>({ say: () => undefined });

export function useToaster(): Toaster {
  return use(ToastContext);
}
