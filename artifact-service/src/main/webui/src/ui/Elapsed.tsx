import { useState } from "react";
import { useNow } from "./useNow.ts";

/** The seconds since this came on screen. */
export function Elapsed() {
  const [start] = useState(() => Date.now());
  const seconds = Math.floor((useNow(1000) - start) / 1000);
  return seconds < 1 ? null : `${seconds} s`;
}
