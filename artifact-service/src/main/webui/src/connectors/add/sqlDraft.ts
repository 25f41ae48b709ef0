import type { NamedQuery, QueryParameterType } from "../../api/types.ts";
import { parametersOf, toolNameOf } from "./addWords.ts";

/** A query as it is being written. */
export interface QueryDraft {
  readonly key: number;
  readonly title: string;
  readonly description: string;
  readonly sql: string;
  /** What is known about the parameters by their names; the names themselves are read from the query. */
  readonly types: Readonly<Record<string, QueryParameterType>>;
}

export function newQuery(key: number): QueryDraft {
  return { key, title: "", description: "", sql: "", types: {} };
}

/** Why the name of a query cannot be taken; undefined if it can. */
export function complaintAboutTitle({ title }: QueryDraft, others: readonly QueryDraft[]): string | undefined {
  const name = toolNameOf(title);
  if (name === "") return "Say what this query answers.";
  return others.some((other) => toolNameOf(other.title) === name) ? "Another query has this name already." : undefined;
}

/** Why the SQL of a query cannot be taken; undefined if it can. The database has the last word. */
export function complaintAboutSql({ sql }: QueryDraft): string | undefined {
  if (sql.trim() === "") return "Write the query.";
  return /^\s*(--[^\n]*\n\s*)*(select|with|values|table)\b/i.test(sql) ? undefined : "A query begins with SELECT or WITH: it only reads.";
}

export function queryOf({ title, description, sql, types }: QueryDraft): NamedQuery {
  return {
    name: toolNameOf(title),
    description: description.trim() === "" ? title.trim() : description.trim(),
    sql: sql.trim(),
    parameters: parametersOf(sql).map((name) => ({ name, type: types[name] ?? "string" })),
  };
}

/** The port that a text is, or undefined. */
export function portIn(text: string): number | undefined {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}
