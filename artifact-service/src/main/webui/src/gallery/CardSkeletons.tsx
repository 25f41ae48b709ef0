export function CardSkeletons() {
  return (
    <ul className="cards" aria-busy aria-label="Loading">
      {Array.from({ length: 6 }, (_, index) => (
        <li key={index} className="card-skeleton">
          <div className="skeleton thumb-space" />
          <div className="skeleton line-space" />
          <div className="skeleton line-space short" />
        </li>
      ))}
    </ul>
  );
}
