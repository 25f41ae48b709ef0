import { changed, filtered, remembered, sorted } from "./choosing.js";
import { $, make, message } from "./elements.js";
import { isNumber, isTime, raw, toDate } from "./reading.js";
import { text } from "./rows.js";
import { fieldOf, fields, pageSize, seen, source, spec } from "./spec.js";
import { format, tone } from "./wording.js";

const columnFields = fields.filter((field) => field.shown);

function classOf(field) {
  if (isNumber(field)) return "number";
  if (isTime(field)) return "date";
  return ["name", "long", "id"].includes(field.format) ? field.format : "";
}

export function cell(row, field) {
  const shown = text(row, field);
  const value = raw(row, field);
  const element = make("td", { className: classOf(field) });
  if (shown === "") return element;
  if (field.format === "status") element.append(make("span", { className: "status" + tone(value), textContent: shown }));
  else if (field.format === "link" && /^https?:/.test(shown)) element.append(make("a", { href: shown, textContent: shown.replace(/^https?:\/\/(www\.)?/, "").slice(0, 60), rel: "noreferrer" }));
  else element.textContent = shown;
  return element;
}

function head() {
  const { field: key, descending } = remembered.sort ?? spec.sort ?? {};
  return make("tr", {}, ...columnFields.map((field) => {
    const here = field.key === key;
    const mark = make("span", { className: "mark", textContent: here ? (descending ? "↓" : "↑") : "" });
    mark.setAttribute("aria-hidden", "true");
    const button = make("button", { type: "button" }, field.label, mark);
    button.addEventListener("click", () => {
      remembered.sort = { field: field.key, descending: here ? !descending : isNumber(field) };
      changed();
      document.querySelector(`th[data-key="${CSS.escape(field.key)}"] button`)?.focus();
    });
    const th = make("th", { scope: "col", className: classOf(field) }, button);
    th.dataset.key = field.key;
    if (here) th.setAttribute("aria-sort", descending ? "descending" : "ascending");
    return th;
  }));
}

const rowLine = (row) => make("tr", {}, ...columnFields.map((field) => cell(row, field)));

function bodies(list) {
  const field = fieldOf(spec.group);
  if (field === undefined) return [make("tbody", {}, ...list.map(rowLine))];
  const found = new Map();
  for (const row of list) {
    const date = isTime(field) ? toDate(raw(row, field), field) : null;
    const name = date === null ? text(row, field) || "None" : format("date", field.format === "month" ? { month: "long", year: "numeric" } : { weekday: "long", day: "numeric", month: "long" }).format(date);
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return [...found].map(([name, group]) => {
    const title = make("th", { colSpan: columnFields.length, scope: "rowgroup", textContent: name }, make("small", { textContent: count(group.length) }));
    return make("tbody", {}, make("tr", { className: "group" }, title), ...group.map(rowLine));
  });
}

export const count = (number) => `${format("number", {}).format(number)} ${number === 1 ? "row" : "rows"}`;

export function showTable(list) {
  const ordered = sorted(list);
  $("shown").textContent = list.length === seen.rows.length ? count(seen.rows.length) : `${format("number", {}).format(list.length)} of ${count(seen.rows.length)}`;
  const place = $("rows");
  if (list.length === 0) {
    place.replaceChildren(message(seen.rows.length === 0 ? "There are no rows" : "No row fits", seen.rows.length === 0 ? `${source.connector} has nothing to show right now.` : "Change the filters or the search to see the rest."));
  } else {
    const caption = make("caption", { className: "visually-hidden", textContent: spec.title });
    place.replaceChildren(make("table", { className: columnFields.length > 8 ? "rows wide" : "rows" }, caption, make("thead", {}, head()), ...bodies(ordered.slice(0, seen.shown))));
  }
  const more = make("button", { type: "button", textContent: "Show more" });
  more.addEventListener("click", () => {
    seen.shown += pageSize * 4;
    showTable(filtered());
  });
  $("more").replaceChildren(...(list.length > seen.shown ? [more, make("span", { className: "muted", textContent: `The first ${count(seen.shown)} are shown` })] : []));
}

export function showFacts() {
  const lines = columnFields.map((field) => make("tr", {}, make("th", { scope: "row", textContent: field.label }), make("td", { textContent: text(seen.result, field) || "–" })));
  $("rows").replaceChildren(make("table", { className: "facts" }, make("tbody", {}, ...lines)));
}
