import { inWords } from "../host/names.ts";

const verbs = /^(list|get|read|search|find|fetch|query|show|load|retrieve|lookup|all)\s+(?:all\s+)?/i;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a tool gives, as a title: `list_open_deals` → `Open deals`. */
export function titleOf(tool: string, title?: string | null): string {
  const words = title == null || title.trim() === "" ? inWords(tool) : title.trim();
  const bare = words.replace(verbs, "");
  return capital(bare === "" ? words : bare);
}

const small: Record<string, string> = { id: "ID", url: "URL", vat: "VAT", iban: "IBAN", crm: "CRM", erp: "ERP", mrr: "MRR", arr: "ARR", qty: "Quantity", no: "No." };

/** A field's name as a person writes it: `closeDate` → `Close date`; a name that is words already stays. */
export function labelOf(path: string): string {
  const name = path.split(".").filter((part) => part !== "").join(" ");
  if (/\s/.test(path) || /[^\p{ASCII}]/u.test(path)) return name;
  const words = inWords(name.replace(/([a-z])(\d)/g, "$1 $2")).split(" ");
  return capital(words.map((word) => small[word.toLowerCase()] ?? word).join(" "));
}
