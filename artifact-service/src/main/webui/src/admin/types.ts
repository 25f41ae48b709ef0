/** A part of a long list; `next` says where the rest begins. */
export interface Part<T> {
  items: T[];
  next?: string | null;
}

export interface Someone {
  id: string;
  name: string;
  email?: string | null;
  groups: string[];
  firstSeenAt: string;
  lastSeenAt: string;
  artifacts: number;
}

export interface Group {
  name: string;
  lastSeenAt: string;
  people: number;
  shares: number;
}

export interface Holding {
  id: string;
  title: string;
  owner: { id: string; name: string; lastSeenAt: string };
  version: number;
  shares: number;
  connectors: string[];
  createdAt: string;
  updatedAt: string;
  openedAt?: string | null;
}

export interface Spending {
  artifactId?: string | null;
  title?: string | null;
  personId: string;
  personName: string;
  tokensUsed: number;
}

export interface Budget {
  tokensPerDay: number;
  items: Spending[];
}

export interface Budgets {
  asks: Budget;
  authoring: Budget;
  resetsAt: string;
}

export interface AuditEntry {
  id: number;
  at: string;
  actor: string;
  personId?: string;
  personName?: string;
  action: string;
  artifactId?: string;
  artifactTitle?: string;
  connectorId?: string;
  connector?: string;
  tool?: string;
  outcome: string;
  code?: string;
  address?: string;
  agent?: string;
  /** What its person called the token with which a program came. */
  token?: string;
  /** To whom it was done. */
  whomName?: string;
  /** Of a run: how many calls the entry stands for, and how many of them failed. */
  calls?: number;
  failed?: number;
}

/** What the audit log is searched by; an empty one finds everything. */
export interface AuditFilter {
  person: string;
  action: string;
  outcome: string;
  from: string;
  to: string;
  artifact: string;
}

export interface Replica {
  id: string;
  version: string;
  startedAt: string;
  seenAt: string;
  here: boolean;
}

export interface PartHealth {
  service: string;
  name: string;
  up: boolean;
  details?: string;
}

export interface SystemView {
  version: string;
  replicas: Replica[];
  parts: PartHealth[];
}

export interface PolicyReport {
  site: "app" | "pages";
  directive: string;
  blocked: string;
  count: number;
  firstAt: string;
  lastAt: string;
}
