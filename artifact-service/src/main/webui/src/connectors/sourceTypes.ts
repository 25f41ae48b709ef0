import type { SignIn } from "./types.ts";

/** What the built-in connectors are made of: files, OpenAPI documents, databases. */

export interface NewOpenApi {
  name: string;
  scope: "workspace" | "personal";
  documentUrl: string;
  baseUrl?: string;
  signIn: SignIn;
  secret?: string;
  headerName?: string;
}

/** What a spreadsheet connector reads: a file that was uploaded, or the one at an address. */
export interface StoredFile {
  fileName: string;
  address?: string | null;
  updatedAt: string;
}

/** The OpenAPI document that a connector is made of. */
export interface ApiDocument {
  documentUrl: string;
  baseUrl: string;
  title: string;
  operations: number;
  fetchedAt: string;
}

export type QueryParameterType = "text" | "integer" | "number" | "boolean" | "date" | "timestamp" | "uuid";

export interface QueryParameter {
  name: string;
  type: QueryParameterType;
  description?: string | null;
  required: boolean;
}

/** What pages may ask of a database: the named queries alone, or any SELECT too. */
export interface DatabaseQueries {
  mode: "named" | "select";
  queries: NamedQuery[];
}

export interface DatabaseSource extends DatabaseQueries {
  host: string;
  port: number;
  database: string;
  user: string;
  /** True if only our transaction keeps the user from writing. */
  mayWrite: boolean;
}

export interface NamedQuery {
  name: string;
  description?: string | null;
  sql: string;
  parameters?: QueryParameter[] | null;
}

export interface NewSql {
  name: string;
  scope: "workspace" | "personal";
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  mode: "named" | "select";
  queries: NamedQuery[];
}
