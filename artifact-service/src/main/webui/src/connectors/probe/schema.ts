import { isObject, type Json } from "../../../protocol.ts";

interface Common {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly required: boolean;
  /** What the schema starts with, if it says so. */
  readonly start: Json | undefined;
}

export interface TextField extends Common {
  readonly kind: "text";
  readonly format: "plain" | "email" | "uri" | "date" | "date-time" | "time";
  readonly least: number;
  readonly most: number | undefined;
  /** Shown, not tried: a server's expression may take for ever on the wrong text. */
  readonly pattern: string | undefined;
}

export interface NumberField extends Common {
  readonly kind: "number";
  readonly whole: boolean;
  readonly least: number | undefined;
  readonly most: number | undefined;
}

export interface BooleanField extends Common {
  readonly kind: "boolean";
}

/** One of these values; `many` for a list of them. */
export interface ChoiceField extends Common {
  readonly kind: "choice";
  readonly many: boolean;
  readonly choices: readonly Json[];
}

export interface ListField extends Common {
  readonly kind: "list";
  readonly item: ToolField;
  readonly most: number | undefined;
}

export interface GroupField extends Common {
  readonly kind: "group";
  readonly fields: readonly ToolField[];
}

/** What a form cannot ask for otherwise. */
export interface JsonField extends Common {
  readonly kind: "json";
}

/** One argument of a tool, as a form can ask for it. */
export type ToolField = TextField | NumberField | BooleanField | ChoiceField | ListField | GroupField | JsonField;

type Schema = Record<string, unknown>;

const referring = new Set(["$ref", "anyOf", "oneOf", "allOf"]);
const deepest = 4;
const mostFields = 200;
const formats = ["email", "uri", "date", "date-time", "time"] as const;

function numberIn(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** Follows `#/…` inside the document, and nothing outside it. */
function pointed(root: Schema, pointer: string): unknown {
  if (!pointer.startsWith("#/")) return undefined;
  const steps = pointer.slice(2).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((at, step) => (isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined), root);
}

function isNull(schema: unknown): boolean {
  return isObject(schema) && (schema.type === "null" || schema.const === null);
}

/** The schema itself, where it only refers to another or is one with an allowed null. */
function plain(root: Schema, value: unknown): Schema {
  let schema: Schema = isObject(value) ? value : {};
  for (let hop = 0; hop < deepest; hop++) {
    const alternatives = [schema.anyOf, schema.oneOf, schema.allOf].find((list) => Array.isArray(list)) as unknown[] | undefined;
    const real = alternatives?.filter((one) => !isNull(one));
    const next = typeof schema.$ref === "string" ? pointed(root, schema.$ref) : real?.length === 1 ? real[0] : undefined;
    if (!isObject(next)) return schema;
    const own = Object.entries(schema).filter(([key]) => !referring.has(key));
    schema = { ...next, ...Object.fromEntries(own) };
  }
  return schema;
}

function typeOf(schema: Schema): unknown {
  return Array.isArray(schema.type) ? (schema.type as unknown[]).find((one) => one !== "null") : schema.type;
}

function choicesOf(schema: Schema): Json[] | undefined {
  if (schema.const !== undefined) return [schema.const as Json];
  const values = Array.isArray(schema.enum) ? (schema.enum as Json[]).filter((value) => value !== null) : [];
  return values.length > 0 && values.every((value) => typeof value !== "object") ? values : undefined;
}

function labelOf(name: string, schema: Schema): string {
  return textIn(schema.title) ?? name;
}

function fieldOf(root: Schema, name: string, value: unknown, required: boolean, depth: number): ToolField {
  const schema = plain(root, value);
  const common: Common = {
    name,
    label: labelOf(name, schema),
    description: textIn(schema.description),
    required,
    start: schema.default as Json | undefined,
  };
  const choices = choicesOf(schema);
  if (choices !== undefined) return { ...common, kind: "choice", many: false, choices };
  switch (typeOf(schema)) {
    case "string":
      return {
        ...common,
        kind: "text",
        format: formats.find((format) => format === schema.format) ?? "plain",
        least: numberIn(schema.minLength) ?? 0,
        most: numberIn(schema.maxLength),
        pattern: textIn(schema.pattern),
      };
    case "integer":
    case "number":
      return { ...common, kind: "number", whole: typeOf(schema) === "integer", least: numberIn(schema.minimum), most: numberIn(schema.maximum) };
    case "boolean":
      return { ...common, kind: "boolean" };
    case "array": {
      if (depth >= deepest || !isObject(schema.items)) return { ...common, kind: "json" };
      const item = fieldOf(root, name, schema.items, true, depth + 1);
      if (item.kind === "choice" && !item.many) return { ...common, kind: "choice", many: true, choices: item.choices };
      return item.kind === "json" ? { ...common, kind: "json" } : { ...common, kind: "list", item, most: numberIn(schema.maxItems) };
    }
    case "object": {
      if (depth >= deepest || !isObject(schema.properties) || Object.keys(schema.properties).length === 0) return { ...common, kind: "json" };
      return { ...common, kind: "group", fields: membersOf(root, schema, depth + 1) };
    }
    default:
      return { ...common, kind: "json" };
  }
}

function membersOf(root: Schema, schema: Schema, depth: number): ToolField[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required: unknown[] = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties)
    .slice(0, mostFields)
    .map(([name, value]) => fieldOf(root, name, value, required.includes(name), depth));
}

/** The fields of an input schema (JSON Schema 2020-12); required ones first. What a form cannot ask for is asked for as JSON. */
export function fieldsOf(inputSchema: Json | undefined): ToolField[] {
  if (!isObject(inputSchema)) return [];
  const fields = membersOf(inputSchema, plain(inputSchema, inputSchema), 0);
  return [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
}
