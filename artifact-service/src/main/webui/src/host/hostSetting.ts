import type { Answer, Json } from "../../protocol.ts";
import type { CallBody, StoragePatch } from "../api/server.ts";
import type { CallAnswer, Confirmation, PersonRef, StorageState, Ticket } from "../api/types.ts";
import type { Run, Schedule } from "../schedules/types.ts";
import type { Clock } from "./clock.ts";
import type { LiveEvent } from "./events.ts";
import type { SessionShelf } from "./sessionShelf.ts";
import type { UnsentShelf } from "./storageDesk.ts";

/** The requests of an open artifact. */
export interface HostApi {
  ticket(): Promise<Ticket>;
  call(body: CallBody, signal?: AbortSignal): Promise<CallAnswer>;
  ask(prompt: string, data: Json[]): Promise<Answer>;
  confirmations(): Promise<Confirmation[]>;
  confirm(name: string): Promise<unknown>;
  storage(): Promise<StorageState>;
  saveStorage(patch: StoragePatch, keepalive: boolean): Promise<{ revision: number }>;
  schedules(): Promise<Schedule[]>;
  runSchedule(id: string): Promise<Run>;
}

/** What the host needs of the browser around it. */
export interface HostBrowser {
  readonly window: Window;
  visible(): boolean;
  gesture(): boolean;
  open(url: string): void;
  save(name: string, content: Blob): void;
  copy(text: string): Promise<boolean>;
  subscribe(onEvent: (event: LiveEvent) => void, onBack: (gapMs: number) => void): () => void;
  /** Hears of every connector that the person signs in to, in whatever tab. */
  onSignedIn(listener: (connectorId: string) => void): () => void;
}

export interface HostSetting {
  readonly api: HostApi;
  readonly browser: HostBrowser;
  readonly clock: Clock;
  readonly person: PersonRef;
  readonly locale: string;
  readonly session: SessionShelf;
  readonly unsent: UnsentShelf;
  readonly onArtifactChanged: () => void;
}
