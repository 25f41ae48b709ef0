import type { ReactElement } from "react";

function seedOf(text: string): number {
  let seed = 2166136261;
  for (const letter of text) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16777619);
  return seed >>> 0;
}

/** Numbers between 0 and 1 that are always the same for the same text. */
function dice(text: string): () => number {
  let state = seedOf(text);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const left = 24;
const width = 272;

function Bars({ roll }: { roll: () => number }) {
  const heights = Array.from({ length: 12 }, (_, index) => 14 + roll() * 34 + index * 1.4);
  return (
    <g>
      {heights.map((height, index) => (
        <rect
          key={index}
          x={left + (index * width) / 12 + 4}
          y={140 - height}
          width={width / 12 - 8}
          height={height}
          rx="2"
          className={index % 4 === 3 ? "thumb-accent" : "thumb-soft"}
        />
      ))}
    </g>
  );
}

function Line({ roll }: { roll: () => number }) {
  const points = Array.from({ length: 9 }, (_, index) => [left + (index * width) / 8, 130 - roll() * 26 - index * 3.4] as const);
  const path = points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");
  return (
    <g>
      <path d={`${path} L${left + width} 140 L${left} 140 Z`} className="thumb-wash" />
      <path d={path} className="thumb-line" />
    </g>
  );
}

function Rows({ roll }: { roll: () => number }) {
  return (
    <g>
      {Array.from({ length: 5 }, (_, row) => (
        <g key={row} className={row === 0 ? "thumb-strong" : "thumb-soft"}>
          <rect x={left} y={82 + row * 13} width={50 + roll() * 60} height="5" rx="2.5" />
          <rect x={left + 140} y={82 + row * 13} width={28 + roll() * 20} height="5" rx="2.5" />
          <rect x={left + width - 44} y={82 + row * 13} width="44" height="5" rx="2.5" />
        </g>
      ))}
    </g>
  );
}

/** Words in a title tell what its page mostly shows. */
function drawingFor(title: string, roll: () => number): ReactElement {
  if (/pipeline|list|invoice|deals|project|week|calendar|tasks/i.test(title)) return <Rows roll={roll} />;
  if (/cfo|revenue|budget|cash|dashboard/i.test(title)) return <Bars roll={roll} />;
  return roll() < 0.5 ? <Line roll={roll} /> : <Rows roll={roll} />;
}

/** A quiet drawing of a page, always the same for the same artifact. */
export function Thumbnail({ id, title }: { id: string; title: string }) {
  const roll = dice(id + title);
  return (
    <svg className="thumb" viewBox="0 0 320 160" preserveAspectRatio="xMidYMid slice" aria-hidden focusable="false">
      <rect x={left} y="22" width={70 + roll() * 50} height="8" rx="4" className="thumb-strong" />
      {[0, 1, 2].map((card) => (
        <g key={card}>
          <rect x={left + card * 94} y="42" width="84" height="26" rx="4" className="thumb-card" />
          <rect x={left + card * 94 + 8} y="49" width={20 + roll() * 14} height="3" rx="1.5" className="thumb-soft" />
          <rect x={left + card * 94 + 8} y="56" width={30 + roll() * 26} height="6" rx="3" className={card === 0 ? "thumb-accent" : "thumb-strong"} />
        </g>
      ))}
      {drawingFor(title, roll)}
    </svg>
  );
}
