/** How far something got, from 0 to 1. */
export function Progress({ share, label }: { share: number; label: string }) {
  const percent = Math.round(share * 100);
  return (
    <div className="progress" role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
      <progress value={percent} max={100} aria-hidden />
      <span className="muted tiny numbers">{percent < 100 ? `${percent} %` : "Reading it…"}</span>
    </div>
  );
}
