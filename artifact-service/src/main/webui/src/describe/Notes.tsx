/** What is known to be amiss with a page that is done. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <details className="notice">
      <summary>{notes.length === 1 ? "One thing to look at" : `${notes.length} things to look at`}</summary>
      <ul className="prefix-tools tiny">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
