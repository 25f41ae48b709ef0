function lettersOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  // "Acme CRM" is known as CRM: a short last word in capitals stands for the whole.
  const last = words.at(-1) ?? "";
  if (/^\p{Lu}{2,3}$/u.test(last)) return last;
  return words.length > 1 ? `${words[0]?.[0] ?? ""}${last[0] ?? ""}`.toUpperCase() : name.slice(0, 2);
}

/** A connector's small mark. */
export function Mark({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span className={large ? "mark large" : "mark"} title={name} aria-hidden>
      {lettersOf(name)}
    </span>
  );
}

export function Avatar({ name }: { name: string }) {
  const words = name.split(/\s+/).filter(Boolean);
  return (
    <span className="avatar" aria-hidden>
      {`${words[0]?.[0] ?? ""}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toUpperCase()}
    </span>
  );
}
