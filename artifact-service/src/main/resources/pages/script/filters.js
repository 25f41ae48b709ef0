import { changed, remembered } from "./choosing.js";
import { $, make } from "./elements.js";
import { periodWords } from "./periods.js";
import { isTime } from "./reading.js";
import { compare, text } from "./rows.js";
import { fieldOf, seen, spec } from "./spec.js";

function choices(field) {
  if (isTime(field)) return Object.keys(periodWords).map((name) => [name, periodWords[name]]);
  return [...new Set(seen.rows.map((row) => text(row, field)))].filter((value) => value !== "").sort(compare).slice(0, 200).map((value) => [value, value]);
}

export function showFilters() {
  const parts = spec.filters.flatMap((key) => {
    const field = fieldOf(key);
    if (field === undefined) return [];
    const select = make("select", {}, make("option", { value: "", textContent: "All" }), ...choices(field).map(([value, label]) => make("option", { value, textContent: label })));
    select.value = remembered.filters[key] ?? "";
    if (select.selectedIndex < 0) select.value = "";
    select.addEventListener("change", () => {
      if (select.value === "") delete remembered.filters[key];
      else remembered.filters[key] = select.value;
      changed();
    });
    return [make("label", {}, field.label, select)];
  });
  if (spec.search) {
    const input = make("input", { type: "search", value: remembered.search });
    input.addEventListener("input", () => {
      remembered.search = input.value;
      changed();
    });
    parts.unshift(make("label", { className: "search" }, "Search", input));
  }
  $("filters").replaceChildren(...parts);
}
