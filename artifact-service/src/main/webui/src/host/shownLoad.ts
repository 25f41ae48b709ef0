import { CallLog, type CallRecord } from "./callLog.ts";
import type { ShownPage } from "./newData.ts";
import type { PageLoad } from "./pageLoad.ts";
import type { PageSession } from "./pageSession.ts";
import { isPassing, wantsSignIn } from "./worth.ts";

/** What the page on screen has got, and what it lacks. */
export class ShownLoad implements ShownPage {
  constructor(private readonly current: () => PageLoad | undefined) {}

  get #session(): PageSession | undefined {
    return this.current()?.session;
  }

  get watching(): boolean {
    return this.#session?.watching === true;
  }

  /** Something on screen is old, or failed for a reason that passes. */
  get lacking(): boolean {
    return this.#newest().some((record) => record.state === "stale" || (record.state === "failed" && isPassing(record)));
  }

  tellWatches(): void {
    this.#session?.refetchWatches();
  }

  lacksSignIn(connectorId: string): boolean {
    return this.#newest().some((record) => record.connectorId === connectorId && wantsSignIn(record.error?.code));
  }

  /** A reading call that got current data; undefined if there is none. */
  freshRead(isRead: (name: string) => boolean): CallRecord | undefined {
    return this.#newest().find(({ state, storedAt, name }) => state === "fresh" && storedAt !== null && isRead(name));
  }

  #newest(): readonly CallRecord[] {
    return CallLog.newest(this.current()?.log.records.value ?? []);
  }
}
