function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

const alike: readonly (readonly string[])[] = [
  ["amount", "value", "sum", "total", "price", "betrag"],
  ["customer", "client", "company", "account", "party", "organisation", "organization", "kunde"],
  ["owner", "assignee", "responsible", "lead", "person", "rep"],
  ["status", "stage", "state", "phase", "preparation"],
  ["name", "title", "subject", "text", "label", "summary", "task", "item"],
  ["due", "deadline", "close", "closing", "end", "expires", "fällig"],
  ["start", "begin", "from", "when", "date", "day"],
  ["id", "number", "no", "key", "reference", "code", "invoice"],
  ["project", "board", "list"],
  ["issued", "created", "opened"],
];

function similar(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length > 3 && b.length > 3 && (a.startsWith(b) || b.startsWith(a))) return 0.8;
  return alike.some((group) => group.includes(a) && group.includes(b)) ? 0.7 : 0;
}

/** How likely two names mean the same, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const best = (from: readonly string[], to: readonly string[]) => from.reduce((sum, word) => sum + Math.max(...to.map((each) => similar(word, each))), 0) / from.length;
  return (best(a, b) + best(b, a)) / 2;
}

/** The likeliest of some names for each that is missing; every name once, and none that is too unlike. */
export function bestNames(missing: readonly { readonly key: string; readonly name: string }[], names: readonly string[], fits: (key: string, name: string) => boolean = () => true): Map<string, string> {
  const pairs = missing
    .flatMap(({ key, name: wanted }) => names.filter((name) => fits(key, name)).map((name) => ({ key, name, likely: likeness(wanted, name) })))
    .filter(({ likely }) => likely >= 0.35)
    .sort((a, b) => b.likely - a.likely);
  const found = new Map<string, string>();
  for (const { key, name } of pairs) if (!found.has(key) && ![...found.values()].includes(name)) found.set(key, name);
  return found;
}
