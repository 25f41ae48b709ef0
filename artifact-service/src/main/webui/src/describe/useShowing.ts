import { useEffect, useState } from "react";
import type { Me } from "../api/types.ts";
import { useParts } from "../fromdata/useParts.ts";
import { systemClock } from "../host/clock.ts";
import { requests } from "./requests.ts";
import { Showing } from "./Showing.ts";
import type { Story } from "./story.ts";

/** Shows the page of a story; what was seen of it goes back to whoever makes it. */
export function useShowing(id: string, me: Me, { growing, shown, ending }: Story): Showing {
  const [showing] = useState(() => new Showing(me, (body, signal) => requests.call(id, body, signal), systemClock));
  const stylesheet = useParts().data?.stylesheet ?? "";
  const over = ending !== null;
  useEffect(() => {
    if (growing !== "") showing.grow(growing, stylesheet);
  }, [growing, showing, stylesheet]);
  useEffect(() => {
    if (shown === null) return;
    // Whoever comes back to a page that is done only looks at it.
    void showing.show(shown).then(async (trial) => {
      if (trial !== undefined && !over) await requests.verify(id, trial).catch(() => undefined);
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, shown, showing]);
  return showing;
}
