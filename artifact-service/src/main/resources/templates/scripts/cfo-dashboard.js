import { $, make, message } from "../../pages/script/elements.js";
import { plusDays, startOfDay } from "../../pages/script/periods.js";
import { connectorOf, hasSource, recordsOf } from "../../pages/script/records.js";
import { look, plot, token } from "./cfo-charts.js";
import { byMonth, count, dateText, dayText, monthText, percent, short, table, total, whole, written } from "./cfo-words.js";

const REMEMBERED = "cfo-dashboard.months";
const LONGEST_OVERDUE = 7;
const MOST_OWING = 5;
const dark = matchMedia("(prefers-color-scheme: dark)");

let months = remembered();
const known = {};

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED) === "6" ? 6 : 12;
  } catch {
    return 12;
  }
}

function remember(value) {
  try {
    localStorage.setItem(REMEMBERED, String(value));
  } catch {
    // without storage the choice lasts as long as the page is open
  }
}

/* ---- cards ---- */

function card(id, figure, ...note) {
  const box = $("card-" + id);
  box.classList.remove("loading", "failed");
  box.querySelector(".figure").textContent = figure;
  box.querySelector(".note").replaceChildren(...note);
}

/** The reason stands in the panel that belongs to the card, if there is one. */
function failCard(id, reason = "could not be read") {
  const box = $("card-" + id);
  box.classList.replace("loading", "failed");
  box.querySelector(".figure").textContent = "–";
  box.querySelector(".note").textContent = reason;
}

/** Against the same days of last month there is nothing to compare with, so the pace is named instead. */
function monthCard(id, rows) {
  const [before, now] = byMonth(rows).slice(-2);
  const last = now ?? before;
  if (!last) return card(id, whole(0), "nothing booked yet");
  card(id, whole(last.amount), now ? `${whole(before.amount)} in ${monthText(before.month)}` : "");
}

/* ---- results and cash ---- */

function resultRows() {
  const [revenue, expenses] = ["revenue", "expenses"].map((name) => new Map(byMonth(known[name]?.rows ?? []).map(({ month, amount }) => [month.getTime(), amount])));
  const times = [...new Set([...revenue.keys(), ...expenses.keys()])].sort((a, b) => a - b).slice(-months);
  return times.map((time) => ({ month: new Date(time), revenue: revenue.get(time) ?? 0, expenses: expenses.get(time) ?? 0 }));
}

/** Drawn once everything that belongs to it is there; of two currencies nothing can be left over. */
function showResult() {
  const used = ["revenue", "expenses"].filter(hasSource);
  if (used.length === 0 || !used.every((name) => known[name])) return;
  const codes = [...new Set(used.map((name) => known[name].currency))];
  const rows = resultRows();
  if (rows.length === 0 || codes.length > 1) {
    $("result").replaceChildren(rows.length === 0 ? message("Nothing booked yet", "As soon as there is revenue, it is drawn here.") : message("Two currencies", `Revenue is in ${codes[0]} and expenses are in ${codes[1]}: they cannot be compared.`));
    return;
  }
  written.currency = codes[0];
  const [revenue, expenses] = [total(rows, "revenue"), total(rows, "expenses")];
  const both = used.length === 2;
  const sets = { revenue: ["Revenue", "--accent"], expenses: ["Expenses", "--second"] };
  const heads = ["Month", ...used.map((name) => sets[name][0]), ...(both ? ["Left over"] : [])];
  const cells = (row) => [monthText(row.month), ...used.map((name) => whole(row[name])), ...(both ? [whole(row.revenue - row.expenses)] : [])];
  $("result-note").textContent = both ? `${whole(revenue - expenses)} left over in ${rows.length} months, ${percent((revenue - expenses) / (revenue || 1))} of revenue` : "";
  plot("result", `${used.map((name) => `${sets[name][0]} ${whole(total(rows, name))}`).join(", ")} in ${rows.length} months, month by month.`, {
    type: "bar",
    data: {
      labels: rows.map((row) => monthText(row.month)),
      datasets: used.map((name) => ({ label: sets[name][0], data: rows.map((row) => row[name]), backgroundColor: token(sets[name][1]), borderRadius: 4, maxBarThickness: 28 })),
    },
    options: look({ legend: true, y: { beginAtZero: true } }),
  }, table("By month", heads, rows.map(cells)));
}

/** The balance over time, the oldest first, and as it is now where the source says that by itself. */
function balances() {
  const { rows, figures, asOf } = known.cash;
  const days = rows.filter(({ date, balance }) => date !== null && balance !== null).sort((a, b) => a.date - b.date);
  return figures.now == null ? days : [...days, { date: asOf, balance: figures.now }];
}

function cashCard() {
  const days = balances();
  const last = days.at(-1);
  if (!last) return card("cash", "–", "no balance yet");
  const { received, paid } = known.cash.figures;
  const monthAgo = days.findLast(({ date }) => date <= plusDays(last.date, -30));
  const change = received != null && paid != null ? received - paid : monthAgo ? last.balance - monthAgo.balance : null;
  const both = received != null && paid != null ? `${short(received)} in, ${short(paid)} out in 30 days` : "";
  card("cash", whole(last.balance), both || (change === null ? dateText(last.date) : `${whole(change)} in 30 days`));
  $("cash-note").textContent = change === null ? "" : `${whole(change)} in the last 30 days`;
}

function showCash() {
  written.currency = known.cash.currency;
  const all = balances();
  const since = all.length === 0 ? null : new Date(all.at(-1).date.getFullYear(), all.at(-1).date.getMonth() - months, all.at(-1).date.getDate());
  const days = all.filter(({ date }) => date >= since);
  if (days.length < 2) {
    $("cash").replaceChildren(message("No history yet", "The balance is drawn here after its first days."));
    return;
  }
  plot("cash", `Cash from ${whole(days[0].balance)} on ${dateText(days[0].date)} to ${whole(days.at(-1).balance)} on ${dateText(days.at(-1).date)}.`, {
    type: "line",
    data: {
      labels: days.map(({ date }) => dayText(date)),
      datasets: [{ label: "Cash", data: days.map(({ balance }) => balance), borderColor: token("--accent"), backgroundColor: token("--accent-fill"), fill: true, tension: 0.25, pointRadius: 0, pointHitRadius: 12, borderWidth: 2 }],
    },
    options: look({ legend: false, y: { beginAtZero: true, grace: "5%" } }),
  }, table("Cash by day", ["Day", "Balance"], days.map(({ date, balance }) => [dateText(date), whole(balance)])));
}

/* ---- invoices ---- */

const AGES = ["Not due yet", "1–30 days", "31–60 days", "61–90 days", "Over 90 days"];

/** What is unpaid, with how many days it is overdue. */
function unpaid(rows) {
  const today = startOfDay(new Date());
  return rows.filter(({ amount, dueOn }) => amount !== null && dueOn !== null).map((row) => ({ ...row, late: Math.max(0, Math.round((today - startOfDay(row.dueOn)) / 864e5)) }));
}

const overdue = (items) => total(items.filter(({ late }) => late > 0), "amount");

function showAges(items) {
  const ages = AGES.map((age, i) => ({ age, items: items.filter(({ late }) => Math.min(4, Math.ceil(late / 30)) === i) }));
  const most = Math.max(1, ...ages.map((each) => total(each.items, "amount")));
  $("ages-note").textContent = items.length ? `${count(items.length)} invoices, ${whole(overdue(items))} of it overdue` : "";
  $("ages").replaceChildren(make("ul", { className: "ages" }, ...ages.map((each, i) => {
    const amount = total(each.items, "amount");
    const fill = make("div", { className: "fill" });
    fill.style.width = (100 * amount) / most + "%";
    fill.style.minWidth = amount > 0 ? "4px" : "0";
    fill.style.background = `var(--age-${i})`;
    const track = make("div", { className: "track" }, fill);
    track.setAttribute("aria-hidden", "true");
    return make("li", {}, make("span", { textContent: each.age }), track, make("span", { className: "number" }, whole(amount), " ", make("small", { textContent: `(${count(each.items.length)})` })));
  })), ...debtors(items));
}

function debtors(items) {
  const owed = new Map();
  items.forEach(({ party, amount }) => owed.set(party ?? "–", (owed.get(party ?? "–") || 0) + amount));
  const rows = [...owed].sort((a, b) => b[1] - a[1]).slice(0, MOST_OWING);
  if (rows.length === 0) return [];
  const line = ([party, amount]) => make("tr", {}, make("th", { scope: "row", textContent: party }), make("td", { className: "number", textContent: whole(amount) }));
  return [make("h3", { textContent: "Who owes the most" }), make("table", {}, make("tbody", {}, ...rows.map(line)))];
}

function showInvoices(items) {
  const late = items.filter((item) => item.late > 0).sort((a, b) => b.late - a.late);
  if (late.length === 0) {
    $("invoices").replaceChildren(message("Nothing is overdue", items.length ? "All open invoices are within their terms." : "There are no open invoices."));
    return;
  }
  $("invoices-note").textContent = late.length > LONGEST_OVERDUE ? `${LONGEST_OVERDUE} of ${count(late.length)} overdue invoices` : `${count(late.length)} overdue`;
  const heads = ["Customer", "Due", "Days over", "Amount"].map((text, i) => make("th", { scope: "col", className: i > 1 ? "number" : "", textContent: text }));
  const rows = late.slice(0, LONGEST_OVERDUE).map((item) => make("tr", {},
    make("th", { scope: "row" }, item.party ?? "–", item.id == null ? null : make("small", { textContent: item.id })),
    make("td", { textContent: dateText(item.dueOn) }),
    make("td", { className: "number late", textContent: count(item.late) }),
    make("td", { className: "number", textContent: whole(item.amount) })));
  $("invoices").replaceChildren(make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));
}

/* ---- loading: every source by itself ---- */

const sections = {
  revenue: { cards: ["revenue"], panels: ["result"], failed: "Revenue could not be read", show: ({ rows }) => monthCard("revenue", rows) },
  expenses: { cards: ["expenses"], panels: ["result"], failed: "Expenses could not be read", show: ({ rows }) => monthCard("expenses", rows) },
  cash: { cards: ["cash"], panels: ["cash"], failed: "The cash position could not be read", show: () => { cashCard(); showCash(); } },
  receivables: { cards: ["receivables"], panels: ["invoices", "ages"], failed: "Open invoices could not be read", show: ({ rows }) => showReceivables(unpaid(rows)) },
  payables: { cards: ["payables"], panels: [], failed: "Bills could not be read", show: ({ rows }) => showPayables(unpaid(rows)) },
};

function showReceivables(items) {
  card("receivables", whole(total(items, "amount")), make("span", { className: overdue(items) > 0 ? "down" : "up", textContent: whole(overdue(items)) }), " overdue");
  showAges(items);
  showInvoices(items);
}

const showPayables = (items) => card("payables", whole(total(items, "amount")), `${count(items.length)} bills, ${whole(overdue(items))} overdue`);

async function load(name) {
  const { cards, panels, failed, show } = sections[name];
  try {
    known[name] = await recordsOf(name);
    known[name].rows = known[name].rows.filter((row) => row.currency === known[name].currency);
    written.currency = known[name].currency;
    seen(known[name].asOf);
    show(known[name]);
  } catch (error) {
    cards.forEach((id) => failCard(id, panels.length === 0 ? error.message : undefined));
    panels.forEach((id) => $(id).replaceChildren(message(failed, error.message, "bad")));
  }
}

let newest = 0;
function seen(asOf) {
  newest = Math.max(newest, asOf.getTime());
  $("as-of").textContent = "As of " + new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "medium" }).format(newest);
}

/** What this page has no source for is not there. */
function leaveOut() {
  const used = Object.keys(sections).filter(hasSource);
  for (const [name, { cards, panels }] of Object.entries(sections)) {
    if (used.includes(name)) continue;
    cards.forEach((id) => ($("card-" + id).hidden = true));
    panels.filter((id) => !used.some((other) => sections[other].panels.includes(id))).forEach((id) => ($(id).closest(".panel").hidden = true));
  }
  return used;
}

async function loadAll() {
  const used = leaveOut();
  const from = [...new Set(used.map(connectorOf))].join(", ");
  $("as-of").textContent = `Asking ${from} …`;
  const result = Promise.all(used.filter((name) => sections[name].panels.includes("result")).map(load)).then(showResult);
  await Promise.all([result, ...used.filter((name) => !sections[name].panels.includes("result")).map(load)]);
  if (Object.keys(known).length === 0) $("as-of").textContent = `${from} could not be read`;
}

function redraw() {
  showResult();
  if (known.cash) showCash();
}

$("span").querySelectorAll("input").forEach((input) => {
  input.checked = Number(input.value) === months;
  input.addEventListener("change", () => {
    months = Number(input.value);
    remember(months);
    redraw();
  });
});
dark.addEventListener("change", redraw);
loadAll();
