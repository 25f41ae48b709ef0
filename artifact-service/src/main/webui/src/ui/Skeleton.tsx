/** A list that is on its way, as tall as it will be. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div className="box lines" aria-busy>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-line">
          <span className="skeleton skeleton-mark" />
          <span className="grow stack snug">
            <span className="skeleton skeleton-text" />
            <span className="skeleton skeleton-text short" />
          </span>
        </div>
      ))}
    </div>
  );
}
