const most = 200_000;

/** A JSON value as text that a person can read. */
export function JsonView({ value, label }: { value: unknown; label?: string }) {
  const text = typeof value === "string" ? value : (JSON.stringify(value, null, 2) as string | undefined) ?? "";
  return (
    <pre className="json" tabIndex={0} aria-label={label ?? "Details"}>
      {text.length > most ? `${text.slice(0, most)}\n… ${text.length - most} more characters` : text}
    </pre>
  );
}
