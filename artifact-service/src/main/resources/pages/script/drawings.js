import { make } from "./elements.js";
import { figure } from "./groups.js";
import { format, numberText } from "./wording.js";

export function bars(list) {
  const most = Math.max(...list.map(({ value }) => Math.abs(value)), 0) || 1;
  const body = list.map((one) => {
    const fill = make("i", { className: one.value < 0 ? "below" : "" });
    fill.style.width = `${(Math.abs(one.value) / most) * 100}%`;
    const bar = make("div", { className: "bar" }, fill);
    return make("tr", {}, make("th", { scope: "row", textContent: one.name }), make("td", {}, bar), make("td", { textContent: figure(one) }));
  });
  return make("table", { className: "bars" }, make("tbody", {}, ...body));
}

/** Round steps for a scale: 1, 2 or 5 times a power of ten. */
function scaleOf(low, high, whole) {
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const round = [1, 2, 5, 10].map((times) => times * power).find((each) => span / each <= 5) ?? span;
  const step = whole ? Math.max(1, round) : round;
  const from = Math.floor(low / step) * step;
  const steps = [];
  for (let i = 0; from + (i - 1) * step < high && i < 8; i++) steps.push(Number((from + i * step).toPrecision(12)));
  return steps.length < 2 ? [from, from + step] : steps;
}

function briefly(one, value) {
  const options = { notation: "compact", maximumFractionDigits: 1 };
  const percent = one.field?.format === "percent" && one.chart.of !== "count";
  return percent ? numberText(value, one.field, null, true) : format("number", options).format(value);
}

export function plot(list, kind, width) {
  const values = list.map(({ value }) => value);
  const steps = scaleOf(Math.min(0, ...values), Math.max(0, ...values), values.every(Number.isInteger));
  const [low, high] = [steps[0], steps.at(-1)];
  const y = (value) => 100 - ((value - low) / (high - low)) * 100;
  const area = make("div", { className: "area" });
  const scale = make("div", { className: "scale" }, make("span", { className: "widest", textContent: steps.map((step) => briefly(list[0], step)).sort((a, b) => b.length - a.length)[0] }));
  for (const step of steps) {
    const line = make("hr", {});
    const mark = make("span", { textContent: briefly(list[0], step) });
    line.style.top = mark.style.top = `${y(step)}%`;
    area.append(line);
    scale.append(mark);
  }
  area.append(...(kind === "line" ? [line(list, y)] : columns(list, y)));
  const every = Math.ceil(list.length / Math.max(2, Math.floor((width - 60) / 64)));
  const times = make("div", { className: "times" }, ...list.filter((_, i) => i % every === 0).map(({ name }) => make("span", { textContent: name })));
  const drawing = make("div", { className: "plot" }, scale, area, times);
  drawing.setAttribute("aria-hidden", "true");
  return drawing;
}

function columns(list, y) {
  return list.map((one, i) => {
    const column = make("i", { className: one.value < 0 ? "below" : "", title: `${one.name}: ${figure(one)}` });
    const width = 100 / list.length;
    Object.assign(column.style, { left: `${i * width + width * 0.14}%`, width: `${width * 0.72}%`, top: `${Math.min(y(one.value), y(0))}%`, height: `${Math.abs(y(0) - y(one.value))}%` });
    return column;
  });
}

export function line(list, y) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("preserveAspectRatio", "none");
  path.setAttribute("points", list.map((one, i) => `${list.length === 1 ? 50 : (i / (list.length - 1)) * 100},${y(one.value)}`).join(" "));
  svg.append(path);
  return svg;
}

/** What a drawing says, for those who do not see it and for those who want the figures. */
export function asTable(list, title) {
  const body = list.map((one) => make("tr", {}, make("th", { scope: "row", textContent: one.name }), make("td", { textContent: figure(one) })));
  const table = make("table", {}, make("caption", { className: "visually-hidden", textContent: title }), make("tbody", {}, ...body));
  return make("details", {}, make("summary", { textContent: "As a table" }), table);
}
