import { $, make } from "./elements.js";
import { source, spec } from "./spec.js";

function labelled(part, i) {
  const title = make("h2", { id: `chart-${i + 1}-title`, textContent: part.title });
  const panel = make("section", { className: "panel", id: `chart-${i + 1}` }, title, make("div", { className: "chart" }));
  panel.setAttribute("aria-labelledby", title.id);
  return panel;
}

function titleOfRows(path) {
  if (path === null) return "Details";
  const name = path.split(".").at(-1).replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ").toLowerCase();
  return /^(rows|items|data|results|values?|table|list|records|)$/.test(name) ? "Rows" : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Places for everything that will be there, so that nothing jumps when it comes. */
export function outline() {
  $("as-of").textContent = `Asking ${source.connector} …`;
  $("cards").replaceChildren(...spec.cards.map(({ label }) => make("div", { className: "card" }, make("dt", { textContent: label }), make("dd", { textContent: "–" }))));
  $("charts").replaceChildren(...spec.charts.map(labelled));
  $("rows-title").textContent = titleOfRows(source.rows);
}
