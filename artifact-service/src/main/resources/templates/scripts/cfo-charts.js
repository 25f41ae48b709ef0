import { $, make, message } from "../../pages/script/elements.js";
import { short, whole, written } from "./cfo-words.js";

const charts = {};
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function plot(id, label, config, asTable) {
  charts[id]?.destroy();
  $(id + "-table").hidden = false;
  $(id + "-table").querySelector(".scroll").replaceChildren(asTable);
  if (!window.Chart) {
    $(id).replaceChildren(message("The chart could not be drawn", "Its figures are in the table below."));
    $(id).style.height = "auto";
    $(id + "-table").open = true;
    return;
  }
  const canvas = make("canvas", {});
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", label);
  $(id).replaceChildren(canvas);
  charts[id] = new window.Chart(canvas, config);
}

export function look(overrides) {
  const { currency } = written;
  const grid = { color: token("--line"), drawTicks: false };
  const ticks = { color: token("--muted"), padding: 8, maxRotation: 0, autoSkipPadding: 12 };
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 300 },
    interaction: { mode: "index", intersect: false },
    scales: {
      x: { grid: { display: false }, border: { color: token("--line") }, ticks },
      y: { grid, border: { display: false }, ticks: { ...ticks, maxTicksLimit: 6, callback: (value) => short(value, currency) }, ...overrides.y },
    },
    plugins: {
      legend: { display: overrides.legend, align: "start", labels: { color: token("--ink"), boxWidth: 12, boxHeight: 12, borderRadius: 3, useBorderRadius: true } },
      tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${whole(item.parsed.y, currency)}` } },
    },
  };
}
