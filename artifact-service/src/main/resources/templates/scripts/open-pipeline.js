import { $, make, message } from "../../pages/script/elements.js";
import { connectorOf, recordsOf } from "../../pages/script/records.js";

const STAGES = ["discovery", "qualified", "proposal", "negotiation"];
const REMEMBERED = "open-pipeline.stage";
const PAGE_SIZE = 15;
const phone = matchMedia("(max-width: 600px)");

let deals = [];
let currency = null;
let stage = remembered();
let grid = null;

/* ---- saying ---- */

const sum = (list, value) => list.reduce((total, each) => total + value(each), 0);
const money = (amount, code = currency) => new Intl.NumberFormat(undefined, { ...(code === null ? {} : { style: "currency", currency: code }), maximumFractionDigits: 0 }).format(amount);
const count = (number) => new Intl.NumberFormat().format(number);
const dealsInWords = (number) => count(number) + (number === 1 ? " deal" : " deals");
const dateText = (day) => new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" }).format(day);
const daysLeft = (day) => Math.round((day - new Date(new Date().setHours(0, 0, 0, 0))) / 864e5);
const relative = (days) => new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(days, "day");
const title = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const isThisMonth = (date) => {
  const now = new Date();
  return date.getFullYear() === now.getFullYear() && date.getMonth() === now.getMonth();
};
const stagesSeen = () => [...new Set([...STAGES, ...deals.flatMap((deal) => deal.stage ?? [])])].filter((each) => deals.some((deal) => deal.stage === each));

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED) || "all";
  } catch {
    return "all";
  }
}

function remember(value) {
  try {
    localStorage.setItem(REMEMBERED, value);
  } catch {
    // without storage the choice lasts as long as the page is open
  }
}

/* ---- showing ---- */

function card(id, figure, note) {
  $(id).textContent = figure;
  $(id + "-note").textContent = note;
  $(id).closest(".card").classList.remove("loading");
}

/** Amounts of different currencies are not added up: the figures are about those in the most frequent one. */
const counts = (deal) => deal.amount !== null && deal.currency === currency;
const counted = () => deals.filter(counts);

function showCards() {
  const closing = deals.filter((deal) => isThisMonth(deal.closeDate));
  const amounts = counted().map((deal) => deal.amount);
  const total = sum(amounts, (amount) => amount);
  const weighted = sum(counted(), (deal) => deal.amount * (deal.probability ?? 1));
  const likely = deals.some((deal) => deal.probability != null);
  card("total", money(total), dealsInWords(deals.length) + " open");
  card("closing", dealsInWords(closing.length), money(sum(closing.filter(counts), (deal) => deal.amount)));
  card("weighted", likely ? money(weighted) : "–", !likely ? "no probability is known" : total ? new Intl.NumberFormat(undefined, { style: "percent" }).format(weighted / total) + " of the total" : "nothing to weigh");
  card("average", amounts.length ? money(total / amounts.length) : "–", amounts.length ? "largest " + money(amounts.reduce((a, b) => Math.max(a, b))) : "no deals yet");
}

/** Four shades for the stages of most pipelines; others take them in turn. */
function colour(name) {
  const at = STAGES.includes(name) ? STAGES.indexOf(name) : stagesSeen().indexOf(name);
  return at < 0 ? "var(--muted)" : `var(--${STAGES[at % STAGES.length]})`;
}

function dot(name) {
  const mark = make("span", { className: "dot" });
  mark.style.background = colour(name);
  return mark;
}

function showBar() {
  const total = sum(counted(), (deal) => deal.amount) || 1;
  const parts = stagesSeen().map((name) => ({ name, amount: sum(counted().filter((deal) => deal.stage === name), (deal) => deal.amount) }));
  $("bar").hidden = parts.length === 0;
  $("bar").setAttribute("aria-label", "Amount by stage: " + parts.map((part) => `${part.name} ${money(part.amount)}`).join(", "));
  $("bar").replaceChildren(...parts.map((part) => {
    const piece = make("span", {});
    piece.style.flexGrow = part.amount / total;
    piece.style.background = colour(part.name);
    piece.title = `${title(part.name)}: ${money(part.amount)}`;
    piece.className = stage === "all" || stage === part.name ? "" : "dim";
    return piece;
  }));
}

function showFilters() {
  const choices = ["all", ...stagesSeen()];
  $("filters").hidden = stagesSeen().length === 0;
  $("filters").querySelectorAll("button").forEach((button) => button.remove());
  $("filters").append(...choices.map((name) => {
    const number = make("span", { className: "count", textContent: count(name === "all" ? deals.length : deals.filter((deal) => deal.stage === name).length) });
    const button = make("button", { type: "button" });
    button.setAttribute("aria-pressed", String(name === stage));
    if (name !== "all") button.append(dot(name));
    button.append(name === "all" ? "All stages" : title(name), number);
    button.addEventListener("click", () => choose(name));
    button.dataset.stage = name;
    return button;
  }));
}

function choose(name) {
  stage = name;
  remember(name);
  $("filters").querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.stage === name)));
  showBar();
  showTable();
}

function row(deal) {
  return [
    { offer: offer(deal), company: deal.company, stage: deal.stage },
    deal.company ?? "",
    deal.stage ?? "",
    { amount: deal.amount, code: deal.currency },
    deal.closeDate,
    deal.owner ?? "",
  ];
}

function columns(h) {
  const order = (name) => STAGES.indexOf(name);
  const small = phone.matches;
  return [
    { name: "Deal", sort: { compare: (a, b) => a.offer.localeCompare(b.offer) }, formatter: (deal) =>
      h("span", { className: "deal" }, deal.offer, small && deal.company ? h("small", {}, deal.company) : null, small && deal.stage ? h("small", {}, stageMark(h, deal.stage)) : null) },
    { name: "Company", hidden: small || lacks("company") },
    { name: "Stage", hidden: small || lacks("stage"), sort: { compare: (a, b) => order(a) - order(b) }, formatter: (name) => (name === "" ? "" : stageMark(h, name)) },
    { name: "Amount", attributes: { "data-kind": "amount" }, sort: { compare: (a, b) => a.amount - b.amount }, formatter: ({ amount, code }) => (amount === null ? "" : money(amount, code)) },
    { name: "Close date", attributes: { "data-kind": "date" }, sort: { compare: (a, b) => a - b }, formatter: (day) => h("span", {}, dateText(day), daysLeft(day) <= 7 ? h("span", { className: "soon" }, relative(daysLeft(day))) : null) },
    { name: "Owner", hidden: small || lacks("owner") },
  ];
}

const lacks = (key) => deals.every((deal) => deal[key] == null);

const stageMark = (h, name) => h("span", { className: "stage" }, h("span", { className: "dot", style: { background: colour(name) } }), title(name));

/** Many CRMs put the company into the deal's name; beside the company it is left out. */
function offer(deal) {
  const prefix = `${deal.company} · `;
  return deal.name.startsWith(prefix) ? deal.name.slice(prefix.length) : deal.name;
}

const chosen = () => deals.filter((deal) => stage === "all" || deal.stage === stage).sort((a, b) => a.closeDate - b.closeDate);

function showTable() {
  const shown = chosen();
  $("shown").textContent = shown.length ? `${dealsInWords(shown.length)} · ${money(sum(shown.filter(counts), (deal) => deal.amount))}` : "";
  if (shown.length === 0) {
    grid = null;
    $("table").replaceChildren(deals.length === 0
      ? message("No open deals", "As soon as one is opened in the CRM, it is listed here.")
      : message(`No deals in ${stage}`, "Choose another stage to see the rest."));
  } else if (window.gridjs) {
    showGrid(shown.map(row));
  } else {
    $("table").replaceChildren(plainTable(shown));
  }
}

function showGrid(data) {
  const config = {
    columns: columns(window.gridjs.h),
    data,
    sort: true,
    pagination: data.length > PAGE_SIZE ? { limit: PAGE_SIZE, summary: true, buttonsCount: phone.matches ? 1 : 3 } : false,
    language: { pagination: { showing: "Deals", of: "of", to: "to", results: () => "by close date" } },
  };
  const place = make("div", {});
  $("table").replaceChildren(place);
  grid = new window.gridjs.Grid(config).render(place);
}

function plainTable(list) {
  const table = make("table", { className: "gridjs-table" });
  const line = (cells, tag) => {
    const tr = table.insertRow();
    cells.forEach((text) => tr.append(make(tag, { className: `gridjs-${tag}`, textContent: text })));
  };
  line(["Deal", "Company", "Stage", "Amount", "Close date", "Owner"], "th");
  list.forEach((deal) => line([offer(deal), deal.company ?? "", title(deal.stage ?? ""), deal.amount === null ? "" : money(deal.amount, deal.currency), dateText(deal.closeDate), deal.owner ?? ""], "td"));
  return table;
}

function fail(error) {
  $("as-of").textContent = "";
  $("shown").textContent = "";
  document.querySelectorAll(".card").forEach((each) => {
    each.classList.replace("loading", "failed");
    each.querySelector(".figure").textContent = "–";
    each.querySelector(".note").textContent = "not known";
  });
  $("table").replaceChildren(message("The deals could not be read", error.message, "bad"));
}

async function load() {
  try {
    const answer = await recordsOf("deals");
    deals = answer.rows.filter((deal) => deal.name !== null && deal.closeDate !== null);
    currency = answer.currency;
    const others = deals.some((deal) => deal.currency !== currency) ? ` · figures are those in ${currency} alone` : "";
    $("as-of").textContent = "As of " + new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "medium" }).format(answer.asOf) + others;
    if (stage !== "all" && !stagesSeen().includes(stage) && !STAGES.includes(stage)) stage = "all";
    showCards();
    showBar();
    showFilters();
    showTable();
  } catch (error) {
    fail(error);
  }
}

/** Paper has no next page to click. */
function showAll() {
  if (grid) $("table").replaceChildren(plainTable(chosen()));
}

phone.addEventListener("change", () => { if (grid) showTable(); });
addEventListener("beforeprint", showAll);
addEventListener("afterprint", () => { if (grid) showTable(); });
$("as-of").textContent = `Asking ${connectorOf("deals")} …`;
load();
