import { asTable, bars, plot } from "./drawings.js";
import { make } from "./elements.js";
import { groups } from "./groups.js";
import { listAt } from "./rows.js";
import { spec } from "./spec.js";
import { format } from "./wording.js";

const mostBars = 12;

function topOf(list) {
  if (list.length <= mostBars) return list;
  const rest = list.slice(mostBars - 1);
  const adds = rest[0].chart.of === "sum" || rest[0].chart.of === "count";
  const others = { ...rest[0], name: `${format("number", {}).format(rest.length)} others`, rows: rest.flatMap((one) => one.rows.slice(0, 1)), value: rest.reduce((sum, one) => sum + one.value, 0) };
  return adds ? [...list.slice(0, mostBars - 1), others] : list.slice(0, mostBars);
}

export function showCharts(list) {
  spec.charts.forEach((chart, i) => {
    const place = document.querySelector(`#chart-${i + 1} .chart`);
    const drawn = groups(chart, chart.rows === undefined ? list : listAt(chart.rows));
    if (drawn.length === 0) {
      place.replaceChildren(make("p", { className: "muted", textContent: "Nothing to draw." }));
    } else if (chart.kind === "bars") {
      place.replaceChildren(bars(chart.per === undefined && !chart.given ? topOf(drawn) : drawn));
    } else {
      place.replaceChildren(plot(drawn, chart.kind, place.clientWidth), asTable(drawn, chart.title));
    }
  });
}
