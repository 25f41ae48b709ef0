import { type DayOp, dayOpOf, isDayOp, signOf } from "./days.ts";
import type { Alert, Condition, Filter, FilterOp, Measure, Of, Op, QuietHours, Source, Wish } from "./types.ts";

/** What is looked at, as one chooses it: a number made of rows, the fields, or the connection. */
export type What = Of | "shape" | "connection";

export interface FilterDraft {
  field: string;
  op: FilterOp | "empty" | "filled" | DayOp;
  value: string;
}

/** An alert while it is being made. Texts are what stands in the fields. */
export interface Draft {
  name: string;
  /** Place among the sources. */
  source: number;
  what: What;
  field: string;
  where: FilterDraft[];
  /** In which days begin. */
  timeZone: string;
  op: Op;
  value: string;
  percent: boolean;
  mail: boolean;
  webhookUrl: string;
  quietOn: boolean;
  quiet: QuietHours;
  tellWhenOver: boolean;
}

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const night = (): QuietHours => ({ from: "22:00", to: "07:00", timeZone: here(), weekends: false });

export function newDraft(sources: readonly Source[], mail: boolean): Draft {
  const source = Math.max(0, sources.findIndex(({ fields }) => fields.length > 0));
  return {
    name: "",
    source,
    what: (sources[source]?.fields.length ?? 0) > 0 ? "count" : "connection",
    field: sources[source]?.fields.find(({ number }) => number)?.name ?? "",
    where: [],
    timeZone: here(),
    op: ">",
    value: "",
    percent: false,
    mail,
    webhookUrl: "",
    quietOn: false,
    quiet: night(),
    tellWhenOver: false,
  };
}

/** `22:00:00` as a field for the time of day wants it. */
const minutesOf = (time: string) => time.slice(0, 5);

const filterDraft = ({ field, op, value, relative }: Filter): FilterDraft =>
  relative != null ? { field, op: dayOpOf(op), value: relative } : value === null ? { field, op: op === "=" ? "empty" : "filled", value: "" } : { field, op, value: String(value) };

/** The place of an alert's source among those of the newest data; -1 if it is not there any more. */
export function sourceOf({ connectorId, tool, arguments: args }: Condition, sources: readonly Source[]): number {
  const same = sources.map((source, index) => ({ source, index })).filter(({ source }) => source.connectorId === connectorId && (tool == null || source.tool === tool));
  const exact = same.find(({ source }) => args != null && JSON.stringify(source.arguments) === JSON.stringify(args));
  return (exact ?? same[0])?.index ?? -1;
}

export function draftOf(alert: Alert, sources: readonly Source[]): Draft {
  const { measure, comparison } = alert.condition;
  const rows = measure.kind === "aggregate" ? measure : undefined;
  return {
    ...newDraft(sources, alert.mail),
    name: alert.name === alert.words ? "" : alert.name,
    source: sourceOf(alert.condition, sources),
    what: measure.kind === "aggregate" ? measure.of : measure.kind,
    field: rows?.field ?? "",
    where: rows?.where.map(filterDraft) ?? [],
    timeZone: rows?.timeZone ?? here(),
    op: comparison?.op ?? ">",
    value: comparison?.value == null ? "" : String(comparison.value),
    percent: comparison?.percent ?? false,
    webhookUrl: alert.webhookUrl ?? "",
    quietOn: alert.quiet !== undefined,
    quiet: alert.quiet === undefined ? night() : { ...alert.quiet, from: minutesOf(alert.quiet.from), to: minutesOf(alert.quiet.to) },
    tellWhenOver: alert.tellWhenOver,
  };
}

/** `1,204.5` and `1204.5`; undefined if it is no number. */
export function numberOf(text: string): number | undefined {
  const plain = text.replaceAll(",", "").replaceAll(" ", "");
  const value = Number(plain);
  return plain === "" || !Number.isFinite(value) ? undefined : value;
}

function filterOf({ field, op, value }: FilterDraft): Filter {
  if (op === "empty") return { field, op: "=", value: null };
  if (op === "filled") return { field, op: "!=", value: null };
  if (isDayOp(op)) return { field, op: signOf(op), value: null, relative: value };
  return { field, op, value };
}

function measureOf({ what, field, where, timeZone }: Draft): Measure | undefined {
  if (what === "shape" || what === "connection") return { kind: what };
  if (what !== "count" && field === "") return undefined;
  const filters = where.filter((filter) => filter.field !== "").map(filterOf);
  const moving = filters.some(({ relative }) => relative != null);
  return { kind: "aggregate", of: what, ...(what === "count" ? {} : { field }), where: filters, ...(moving ? { timeZone } : {}) };
}

/** The condition that a draft means; undefined while something is missing. */
export function conditionOf(draft: Draft, sources: readonly Source[]): Condition | undefined {
  const source = sources[draft.source];
  const measure = measureOf(draft);
  if (source === undefined || measure === undefined) return undefined;
  const about = {
    connectorId: source.connectorId,
    tool: source.tool,
    ...(source.arguments === undefined || measure.kind === "connection" ? {} : { arguments: source.arguments }),
    measure,
  };
  if (measure.kind !== "aggregate") return about;
  if (draft.op === "changes") return { ...about, comparison: { op: draft.op, percent: false } };
  const value = numberOf(draft.value);
  if (value === undefined || (draft.op === "changes_by" && value <= 0)) return undefined;
  return { ...about, comparison: { op: draft.op, value, percent: draft.op === "changes_by" && draft.percent } };
}

export function wishOf(draft: Draft, condition: Condition): Wish {
  const url = draft.webhookUrl.trim();
  return {
    ...(draft.name.trim() === "" ? {} : { name: draft.name.trim() }),
    condition,
    mail: draft.mail,
    ...(url === "" ? {} : { webhookUrl: url }),
    ...(draft.quietOn ? { quiet: draft.quiet } : {}),
    tellWhenOver: draft.tellWhenOver,
  };
}
