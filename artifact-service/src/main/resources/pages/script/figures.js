import { holds } from "./choosing.js";
import { at, raw, toNumber } from "./reading.js";
import { currencyOf } from "./rows.js";
import { fieldOf, seen, spec } from "./spec.js";
import { format, numberText } from "./wording.js";

/** A figure over rows, for each currency by itself: amounts of different currencies are not added up. */
function measure(list, of, field) {
  if (of === "count") return format("number", {}).format(list.length);
  if (field === undefined) return "–";
  const parts = new Map();
  for (const row of list) {
    const number = toNumber(raw(row, field));
    if (number === null) continue;
    const code = field.format === "money" ? currencyOf(row, field) : null;
    parts.set(code, [...(parts.get(code) ?? []), number]);
  }
  if (parts.size === 0) return of === "sum" ? numberText(0, field, currencyOf({}, field), true) : "–";
  return [...parts].map(([code, numbers]) => numberText(reduce(numbers, of), field, code, true)).join(" + ");
}

export function reduce(numbers, of) {
  if (of === "largest") return numbers.reduce((a, b) => Math.max(a, b));
  if (of === "smallest") return numbers.reduce((a, b) => Math.min(a, b));
  const sum = numbers.reduce((a, b) => a + b, 0);
  return of === "average" ? sum / numbers.length : sum;
}

function cardText(card, list) {
  if (card.of === "value") {
    const value = at(seen.result, card.path);
    const number = toNumber(value);
    return number === null ? String(value ?? "–") : numberText(number, card, currencyOf({}, card), true);
  }
  return measure(card.where === undefined ? list : list.filter((row) => holds(row, card.where)), card.of, fieldOf(card.field));
}

export function showCards(list) {
  document.querySelectorAll("#cards dd").forEach((place, i) => {
    place.textContent = cardText(spec.cards[i], list);
  });
}
