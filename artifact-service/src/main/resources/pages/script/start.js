import { ask } from "./asking.js";
import { showCharts } from "./charts.js";
import { filtered } from "./choosing.js";
import { $, make, message } from "./elements.js";
import { showCards } from "./figures.js";
import { showFilters } from "./filters.js";
import { outline } from "./outline.js";
import { at, isRecord, toDate } from "./reading.js";
import { listAt } from "./rows.js";
import { fields, mostPrinted, pageSize, seen, source } from "./spec.js";
import { count, showFacts, showTable } from "./table.js";
import { format } from "./wording.js";

function show() {
  const list = filtered();
  showCards(list);
  showCharts(list);
  if (source.rows === null) showFacts();
  else showTable(list);
}

/** Some sources answer with a part only, and say so. */
function partly() {
  const total = Number(at(seen.result, "total"));
  const all = total > seen.rows.length && at(seen.result, "truncated") === true;
  $("notice").replaceChildren(...(all ? [message(`The first ${format("number", {}).format(seen.rows.length)} of ${count(total)}`, "The source gives no more in one answer: figures and charts count these alone.", "warn")] : []));
}

function since() {
  const date = toDate(at(seen.result, "asOf") ?? at(seen.result, "updatedAt") ?? "", {});
  return date === null ? "" : `As of ${format("date", { dateStyle: "long", timeStyle: "short" }).format(date)}`;
}

/** An answer in which nothing is a field. */
function showRaw() {
  const said = isRecord(seen.result) && typeof seen.result.text === "string" ? seen.result.text : JSON.stringify(seen.result, null, 2);
  $("rows").replaceChildren(make("p", { className: "raw", textContent: said }));
}

function showAnswer() {
  if (source.rows === null && fields.length === 0) return showRaw();
  if (seen.rows.length > 0) showFilters();
  partly();
  show();
}

function showFailure(error) {
  $("as-of").textContent = "";
  document.querySelectorAll("#cards dd").forEach((place) => (place.textContent = "–"));
  $("charts").replaceChildren();
  $("rows").replaceChildren(message("The data could not be read", error.message, "bad"));
}

async function start() {
  seen.show = show;
  outline();
  try {
    seen.result = await ask(source);
    seen.rows = source.rows === null ? [] : listAt(source.rows);
    document.querySelector("main").classList.remove("loading");
    $("as-of").textContent = since();
    showAnswer();
  } catch (error) {
    document.querySelector("main").classList.remove("loading");
    showFailure(error);
  }
}

function printWith(rows) {
  if (seen.result === null || source.rows === null) return;
  seen.shown = rows;
  showTable(filtered());
}

addEventListener("beforeprint", () => printWith(mostPrinted));
addEventListener("afterprint", () => printWith(pageSize));
start();
