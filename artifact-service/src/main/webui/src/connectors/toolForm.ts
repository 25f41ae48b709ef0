import { isObject, type Json, type JsonObject } from "../../protocol.ts";

export type FieldKind = "text" | "number" | "boolean" | "choice" | "json";

/** One argument of a tool, as a form can ask for it. */
export interface ToolField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly choices: readonly string[];
  readonly start: string;
}

function kindOf(schema: Record<string, unknown>): FieldKind {
  if (Array.isArray(schema.enum) && schema.enum.every((value) => typeof value === "string")) return "choice";
  const type = Array.isArray(schema.type) ? (schema.type as unknown[]).find((one) => one !== "null") : schema.type;
  if (type === "integer" || type === "number") return "number";
  if (type === "boolean") return "boolean";
  return type === "string" ? "text" : "json";
}

function startOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The fields of an input schema. What a form cannot ask for is asked for as JSON. */
export function fieldsOf(inputSchema: Json | undefined): ToolField[] {
  if (!isObject(inputSchema) || !isObject(inputSchema.properties)) return [];
  const required = Array.isArray(inputSchema.required) ? inputSchema.required : [];
  return Object.entries(inputSchema.properties).map(([name, value]) => {
    const schema: Record<string, unknown> = isObject(value) ? value : {};
    return {
      name,
      kind: kindOf(schema),
      required: required.includes(name),
      description: typeof schema.description === "string" ? schema.description : undefined,
      choices: Array.isArray(schema.enum) ? schema.enum.map(String) : [],
      start: startOf(schema.default),
    };
  });
}

function valueOf(field: ToolField, text: string): Json {
  switch (field.kind) {
    case "number":
      return Number(text);
    case "boolean":
      return text === "true";
    case "json":
      return JSON.parse(text) as Json;
    case "text":
    case "choice":
      return text;
  }
}

/** The arguments that a filled form means; what is left empty is left out. Throws on JSON that is none. */
export function argumentsOf(fields: readonly ToolField[], values: Readonly<Record<string, string>>): JsonObject {
  const filled = fields.flatMap((field) => {
    const text = values[field.name] ?? field.start;
    return text.trim() === "" ? [] : [[field.name, valueOf(field, text)] as const];
  });
  return Object.fromEntries(filled);
}
