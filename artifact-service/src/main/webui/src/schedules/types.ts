/** Schedules, their runs, and what they are allowed to do, as the server tells them. Instants are ISO 8601 text. */

import type { JsonObject } from "../../protocol.ts";

export type RunState = "requested" | "running" | "finished" | "partly" | "failed" | "gone" | "skipped";
export type Trigger = "schedule" | "manual" | "page" | "retry";

export interface RunCall {
  /** Its place in what is fetched; runs from before places were kept have none. */
  position?: number;
  connector: string;
  tool: string;
  state?: "waiting" | "done" | "failed";
  durationMillis?: number | null;
  error?: { message?: string } | string | null;
}

export interface Run {
  id: string;
  scheduleId: string;
  artifactId: string;
  artifactTitle?: string | null;
  dueAt: string;
  trigger: Trigger;
  state: RunState;
  /** Why it ended as it did, where the calls do not say it. */
  reason?: string | null;
  requestedAt: string;
  finishedAt?: string | null;
  total?: number | null;
  done?: number | null;
  /** The run whose failed calls this one makes again. */
  retryOf?: string | null;
  calls: RunCall[];
}

export type Misfire = "run_once" | "skip";

export interface Schedule {
  id: string;
  artifactId: string;
  artifactTitle: string;
  cron: string;
  inWords: string;
  timeZone: string;
  jitterSeconds?: number;
  misfire?: Misfire;
  paused: boolean;
  pausedBy?: "owner" | "gone" | "failures" | null;
  pausedReason?: string | null;
  failuresInARow?: number;
  nextAt?: string | null;
  lastRun?: Run | null;
  recentRuns: Run[];
  ownerId: string;
}

export interface CronReading {
  inWords: string;
  next: string[];
}

export interface RunFilter {
  artifactId?: string;
  scheduleId?: string;
  state?: RunState;
  trigger?: Trigger;
  from?: string;
  to?: string;
}

/** Another way to say a value: counted from the day on which it is fetched. */
export interface Candidate {
  expression: string;
  words: string;
  /** What it is on the day of the proposal. */
  today: unknown;
}

/** A value among a call's arguments that may be meant relative to the day; `chosen` is null for "as it is". */
export interface RelativeValue {
  path: string;
  value: unknown;
  chosen: string | null;
  candidates: Candidate[];
}

export interface ProposedCall {
  key: string;
  connectorId: string;
  connectorName: string;
  tool: string;
  title?: string | null;
  arguments: JsonObject;
  relative: RelativeValue[];
  /** False if the page made it earlier, and not when it was opened last. */
  current: boolean;
}

/** What a schedule would fetch, for its owner to look at. */
export interface Proposal {
  calls: ProposedCall[];
}

export interface ReviewedCall {
  key: string;
  relative: { path: string; expression: string | null }[];
}

export interface NewSchedule {
  cron: string;
  timeZone: string;
  calls?: ReviewedCall[];
  expiresAt?: string;
  jitterSeconds?: number;
  misfire?: Misfire;
}

export type ScheduleChange = Partial<Pick<Schedule, "cron" | "timeZone" | "paused" | "jitterSeconds" | "misfire">>;

export interface DelegatedCall {
  connectorName: string;
  tool: string;
  arguments: JsonObject;
  relative: { path: string; expression: string; words?: string | null }[];
}

/** What a person lets a page fetch with their own connections while they are away. */
export interface Delegation {
  artifactId: string;
  /** The source whose answers everybody sees who may open the page; none for what is refreshed. */
  connectorId?: string | null;
  title: string;
  givenAt: string;
  expiresAt?: string | null;
  lastUsedAt?: string | null;
  versionGiven?: number | null;
  /** True if the page asks for other calls by now. */
  outdated: boolean;
  calls: DelegatedCall[];
}
