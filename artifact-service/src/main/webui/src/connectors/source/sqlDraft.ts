import type { NamedQuery, QueryParameterType } from "../sourceTypes.ts";
import { inWords } from "../../host/names.ts";
import { parametersOf, toolNameOf } from "../add/addWords.ts";

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
  if (!/^[a-z]/.test(name)) return title.trim() === "" ? "Say what this query answers." : "Begin with a letter.";
  return others.some((other) => toolNameOf(other.title) === name) ? "Another query has this name already." : undefined;
}

/** Why the SQL of a query cannot be taken; undefined if it can. The database has the last word. */
export function complaintAboutSql({ sql }: QueryDraft): string | undefined {
  if (sql.trim() === "") return "Write the query.";
  if (parametersOf(sql).some((name) => name !== name.toLowerCase())) return "Write parameters in small letters: :from, not :From.";
  return /^\s*(--[^\n]*\n\s*)*(select|with|values|table)\b/i.test(sql) ? undefined : "A query begins with SELECT or WITH: it only reads.";
}

export function queryOf({ title, description, sql, types }: QueryDraft): NamedQuery {
  return {
    name: toolNameOf(title),
    description: description.trim() === "" ? title.trim() : description.trim(),
    sql: sql.trim(),
    parameters: parametersOf(sql).map((name) => ({ name, type: types[name] ?? "text", required: true })),
  };
}

/** A kept query, to be changed. */
export function draftOfQuery({ name, description, sql, parameters }: NamedQuery, key: number): QueryDraft {
  return { key, title: inWords(name), description: description ?? "", sql, types: Object.fromEntries((parameters ?? []).map((parameter) => [parameter.name, parameter.type])) };
}

/** True if every query can be taken. */
export function areComplete(drafts: readonly QueryDraft[]): boolean {
  return drafts.every((draft) => complaintAboutTitle(draft, drafts.filter((other) => other !== draft)) === undefined && complaintAboutSql(draft) === undefined);
}

/** The port that a text is, or undefined. */
export function portIn(text: string): number | undefined {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}
