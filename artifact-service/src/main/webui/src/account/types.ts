/** A browser in which somebody is signed in. */
export interface Session {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

export type Scope = "read" | "write" | "refresh";

/** A program's token: everything but itself. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly lastUsedFrom: string | null;
}

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: string;
}

/** A token that was just made; its secret is told this once. */
export type MadeToken = Token & { readonly secret: string };
