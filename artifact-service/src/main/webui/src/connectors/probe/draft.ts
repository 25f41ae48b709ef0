import type { Json, JsonObject } from "../../../protocol.ts";
import type { ChoiceField, NumberField, TextField, ToolField } from "./schema.ts";

/** What stands in a field: text as typed, the parts of a list, the fields of a group. */
export type Draft = string | readonly Draft[] | { readonly [name: string]: Draft };
export type Drafts = Readonly<Record<string, Draft>>;

/** Sentences by the path of the field that they are about. */
export type Complaints = Readonly<Record<string, string>>;

export type Reading = { readonly arguments: JsonObject; readonly complaints?: never } | { readonly complaints: Complaints; readonly arguments?: never };

export function isList(draft: Draft | undefined): draft is readonly Draft[] {
  return Array.isArray(draft);
}

export function isGroup(draft: Draft | undefined): draft is Drafts {
  return typeof draft === "object" && !Array.isArray(draft);
}

export function pathOf(above: string, name: string | number): string {
  return above === "" ? String(name) : `${above}.${name}`;
}

function localMoment(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return "";
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** How a value stands in its field. */
export function draftOf(field: ToolField, value: Json | undefined = field.start): Draft {
  switch (field.kind) {
    case "list":
      return Array.isArray(value) ? value.map((one) => draftOf(field.item, one)) : [];
    case "group": {
      const given = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
      return Object.fromEntries(field.fields.map((member) => [member.name, draftOf(member, given[member.name] ?? member.start)]));
    }
    case "choice":
      if (field.many) return Array.isArray(value) ? value.map((one) => JSON.stringify(one)) : [];
      // A value that has no alternative needs no choosing.
      if (value === undefined && field.required && field.choices.length === 1) return JSON.stringify(field.choices[0]);
      return value === undefined || value === null ? "" : JSON.stringify(value);
    case "json":
      return value === undefined ? "" : JSON.stringify(value, null, 2);
    case "text":
      if (typeof value !== "string") return "";
      return field.format === "date-time" ? localMoment(value) : value;
    case "number":
    case "boolean":
      return value === undefined || value === null ? "" : JSON.stringify(value);
  }
}

class Reader {
  readonly complaints: Record<string, string> = {};

  /** The value that a field means; undefined if it is left out. */
  read(field: ToolField, draft: Draft | undefined, path: string): Json | undefined {
    switch (field.kind) {
      case "list":
        return this.#list(field.required, isList(draft) ? draft : [], path, (one, at) => this.read(field.item, one, at), field.most);
      case "group":
        return this.#group(field.required, field.fields, isGroup(draft) ? draft : {}, path);
      case "choice":
        return this.#choice(field, draft, path);
      case "text":
      case "number":
      case "boolean":
      case "json":
        return this.#leaf(field, typeof draft === "string" ? draft : "", path);
    }
  }

  fields(fields: readonly ToolField[], drafts: Drafts, above: string): JsonObject {
    const filled = fields.flatMap((field) => {
      const value = this.read(field, drafts[field.name] ?? draftOf(field), pathOf(above, field.name));
      return value === undefined ? [] : [[field.name, value] as const];
    });
    return Object.fromEntries(filled);
  }

  #complain(path: string, sentence: string): Json | undefined {
    this.complaints[path] = sentence;
    return undefined;
  }

  #unless(complaint: string | undefined, path: string, value: Json): Json | undefined {
    return complaint === undefined ? value : this.#complain(path, complaint);
  }

  #list(required: boolean, drafts: readonly Draft[], path: string, read: (draft: Draft, path: string) => Json | undefined, most?: number): Json | undefined {
    if (drafts.length === 0) return required ? [] : undefined;
    if (most !== undefined && drafts.length > most) return this.#complain(path, `At most ${most} entries.`);
    return drafts.map((draft, index) => read(draft, pathOf(path, index)) ?? null);
  }

  #group(required: boolean, fields: readonly ToolField[], drafts: Drafts, path: string): Json | undefined {
    const untouched = fields.every((field) => isEmpty(field, drafts[field.name]));
    return untouched && !required ? undefined : this.fields(fields, drafts, path);
  }

  #choice(field: ChoiceField, draft: Draft | undefined, path: string): Json | undefined {
    if (field.many) {
      const chosen = isList(draft) ? draft.filter((one) => typeof one === "string") : [];
      return chosen.length === 0 && !field.required ? undefined : chosen.map((one) => JSON.parse(one) as Json);
    }
    if (typeof draft === "string" && draft !== "") return JSON.parse(draft) as Json;
    return field.required ? this.#complain(path, "Choose one.") : undefined;
  }

  #leaf(field: Exclude<ToolField, { kind: "list" | "group" | "choice" }>, text: string, path: string): Json | undefined {
    if (text.trim() === "") return field.required ? this.#complain(path, field.kind === "boolean" ? "Choose one." : "Fill this in.") : undefined;
    switch (field.kind) {
      case "boolean":
        return text === "true";
      case "number":
        return this.#unless(complaintAboutNumber(field, text), path, Number(text));
      case "text":
        return this.#unless(complaintAboutText(field, text), path, text) === undefined ? undefined : worded(field, text);
      case "json":
        return this.#json(text, path);
    }
  }

  #json(text: string, path: string): Json | undefined {
    try {
      return JSON.parse(text) as Json;
    } catch {
      return this.#complain(path, "This is not JSON. Text needs double quotes, as in \"Berlin\".");
    }
  }
}

function worded(field: TextField, text: string): string {
  return field.format === "date-time" ? new Date(text).toISOString() : text;
}

function complaintAboutNumber({ whole, least, most }: NumberField, text: string): string | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return "A number is needed.";
  if (whole && !Number.isInteger(value)) return "A whole number is needed.";
  if (least !== undefined && value < least) return `At least ${least}.`;
  return most !== undefined && value > most ? `At most ${most}.` : undefined;
}

function complaintAboutText({ format, least, most }: TextField, text: string): string | undefined {
  if (text.length < least) return `At least ${least} characters.`;
  if (most !== undefined && text.length > most) return `At most ${most} characters.`;
  if (format === "email" && !/^\S+@\S+$/.test(text)) return "An email address is needed, as in ada@example.com.";
  if (format === "uri" && !URL.canParse(text)) return "A whole address is needed, as in https://example.com.";
  if ((format === "date" || format === "date-time") && Number.isNaN(Date.parse(text))) return "A date is needed.";
  return undefined;
}

function isEmpty(field: ToolField, draft: Draft | undefined): boolean {
  if (draft === undefined || draft === "") return true;
  if (isList(draft)) return draft.length === 0;
  if (field.kind === "group" && isGroup(draft)) return field.fields.every((member) => isEmpty(member, draft[member.name]));
  return false;
}

/** The arguments that a filled form means; what is left empty is left out. Or what is wrong with it, field by field. */
export function readDrafts(fields: readonly ToolField[], drafts: Drafts): Reading {
  const reader = new Reader();
  const values = reader.fields(fields, drafts, "");
  return Object.keys(reader.complaints).length === 0 ? { arguments: values } : { complaints: reader.complaints };
}

/** Arguments written as JSON: an object, or what is wrong with them. */
export function readJson(text: string): Reading {
  try {
    const value = JSON.parse(text.trim() === "" ? "{}" : text) as Json;
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { arguments: value };
    return { complaints: { "": "Arguments are an object: { \"name\": value }." } };
  } catch {
    return { complaints: { "": "This is not JSON. Names and text need double quotes." } };
  }
}
