import { useEffect, useState } from "react";

/** A text once it has stayed the same for a moment, for what is asked while somebody types. */
export function useSettled(text: string, ms = 400): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}
