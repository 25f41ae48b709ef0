import { isObject, type Json } from "../../protocol.ts";

const enough = 10_000;

/** The same schema, with the most rows filled in: a page about data is about all of it. */
export function wholeSchema(schema: Json | undefined): Json | undefined {
  if (!isObject(schema) || !isObject(schema.properties) || !isObject(schema.properties.limit)) return schema;
  const limit = schema.properties.limit;
  const most = typeof limit.maximum === "number" ? limit.maximum : mostIn(limit.description);
  if (limit.type !== "integer" || most === undefined) return schema;
  return { ...schema, properties: { ...schema.properties, limit: { ...limit, default: Math.min(most, enough) } } };
}

/** `At most so many, 1 to 1000` says what a schema without a maximum does not. */
function mostIn(description: Json | undefined): number | undefined {
  const found = typeof description === "string" ? /\b1 to (\d{2,6})\b/.exec(description)?.[1] : undefined;
  return found === undefined ? undefined : Number(found);
}
