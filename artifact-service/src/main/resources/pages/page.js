(() => {
  "use strict";
  // Everything that is particular to this page stands in its page-spec; what follows draws it.
  const spec = JSON.parse(document.getElementById("page-spec").textContent);
  const source = spec.sources.rows;
  const fields = source.fields.filter((field) => field.path !== "");
  const fieldOf = (key) => fields.find((field) => field.key === key);
  const $ = (id) => document.getElementById(id);
  const pageSize = 50;
  const mostPrinted = 500;
  const remembered = recall();
  let rows = [];
  let result = null;
  let shownRows = pageSize;

  /* ---- asking ---- */

  async function ask() {
    if (!window.cowork) throw new Error("This page shows its data when it is opened in Live Artifacts or in Claude Cowork.");
    const answer = await window.cowork.callMcpTool(source.tool, source.arguments);
    const text = (answer.content || []).filter((part) => part.type === "text").map((part) => part.text).join("\n");
    if (answer.isError) throw new Error(text || source.connector + " did not say what went wrong.");
    if (answer.structuredContent != null) return answer.structuredContent;
    try {
      return JSON.parse(text);
    } catch {
      return { table: markdownTable(text), text };
    }
  }

  function markdownTable(text) {
    const cells = (line) => line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
    const lines = text.split(/\r?\n/);
    const at = lines.findIndex((line, i) => i > 0 && /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(line) && lines[i - 1].includes("|"));
    if (at < 1) return [];
    const names = cells(lines[at - 1]);
    const end = lines.findIndex((line, i) => i > at && !line.includes("|"));
    return lines.slice(at + 1, end < 0 ? undefined : end).map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i], cell])));
  }

  /* ---- reading ---- */

  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const own = (value, name) => (value != null && Object.hasOwn(Object(value), name) ? value[name] : undefined);

  /** What stands at a path: a name as it is, or names with dots between them. */
  function at(value, path) {
    if (path === "" || value == null) return path === "" ? value : undefined;
    const whole = own(value, path);
    return whole !== undefined ? whole : path.split(".").reduce(own, value);
  }

  function listAt(path) {
    const list = path === null ? [result] : at(result, path);
    if (Array.isArray(list)) return list.map((item) => (isRecord(item) ? item : { value: item }));
    return isRecord(list) ? [list] : [];
  }

  const raw = (row, field) => at(row, field.path);
  const isEmpty = (value) => value === null || value === undefined || value === "";

  function toNumber(value) {
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    if (typeof value !== "string" || !/\d/.test(value)) return null;
    let text = value.replace(/[^\d.,()-]/g, "");
    const negative = /^\(.*\)$/.test(text) || /^-|-$/.test(text);
    text = text.replace(/[()-]/g, "");
    const decimal = text.includes(".") && text.includes(",") ? (text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",") : /,\d{1,2}$/.test(text) ? "," : ".";
    const number = Number(text.replaceAll(decimal === "." ? "," : ".", "").replace(decimal, "."));
    return Number.isFinite(number) ? (negative ? -number : number) : null;
  }

  const dayAt = (year, month, day) => {
    const date = new Date(Number(year), Number(month) - 1, Number(day));
    return date.getDate() === Number(day) ? date : null;
  };

  /** A date without a time is that day wherever one looks from. */
  function toDate(value, field) {
    if (typeof value === "number") return new Date(value < 1e11 ? value * 1000 : value);
    if (typeof value !== "string") return null;
    const text = value.trim();
    let part = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
    if (part) return dayAt(part[1], part[2], part[3] || 1);
    part = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
    if (part) return field.order === "mdy" || Number(part[2]) > 12 ? dayAt(part[3], part[1], part[2]) : dayAt(part[3], part[2], part[1]);
    const moment = /\d{4}/.test(text) && /[-/ ,T]/.test(text) ? new Date(text) : null;
    return moment && !Number.isNaN(moment.getTime()) ? moment : null;
  }

  const isTime = (field) => ["date", "moment", "month"].includes(field.format);
  const isNumber = (field) => ["number", "money", "percent"].includes(field.format);

  /** What a field is sorted and compared by. */
  function rank(row, field) {
    const value = raw(row, field);
    if (isEmpty(value)) return null;
    if (isTime(field)) return toDate(value, field)?.getTime() ?? null;
    if (isNumber(field)) return toNumber(value);
    return Array.isArray(value) ? value.join(", ") : isRecord(value) ? JSON.stringify(value) : value;
  }

  function compare(a, b) {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });
  }

  /* ---- writing, in the viewer's locale ---- */

  const formats = new Map();
  function format(kind, options) {
    const key = JSON.stringify([kind, options]);
    if (!formats.has(key)) formats.set(key, kind === "number" ? new Intl.NumberFormat(undefined, options) : new Intl.DateTimeFormat(undefined, options));
    return formats.get(key);
  }

  function currencyOf(row, field) {
    const code = field.currency?.path ? at(row, field.currency.path) ?? at(result, field.currency.path) : field.currency;
    return /^[A-Z]{3}$/.test(code ?? "") ? code : null;
  }

  function money(number, code, brief) {
    const digits = brief && Math.abs(number) >= 1000 ? 0 : Number.isInteger(number) ? 0 : 2;
    const style = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return format("number", code === null ? style : { style: "currency", currency: code, ...style }).format(number);
  }

  function numberText(number, field, code, brief) {
    if (field.format === "money") return money(number, code, brief);
    if (field.format === "percent") return format("number", { style: "percent", maximumFractionDigits: 1 }).format(field.ratio ? number : number / 100);
    return format("number", { maximumFractionDigits: brief && Math.abs(number) >= 1000 ? 0 : 2 }).format(number);
  }

  function timeText(date, field) {
    if (field.format === "month") return format("date", { month: "short", year: "numeric" }).format(date);
    return format("date", field.format === "moment" ? { dateStyle: "medium", timeStyle: "short" } : { dateStyle: "medium" }).format(date);
  }

  const words = (text) => {
    const plain = String(text).replaceAll("_", " ");
    return plain.charAt(0).toUpperCase() + plain.slice(1);
  };

  function text(row, field) {
    const value = raw(row, field);
    if (isEmpty(value)) return "";
    if (isTime(field)) {
      const date = toDate(value, field);
      return date === null ? String(value) : timeText(date, field);
    }
    if (isNumber(field)) {
      const number = toNumber(value);
      return number === null ? String(value) : numberText(number, field, currencyOf(row, field), false);
    }
    if (field.format === "yes-no") return value === true || value === "true" ? "Yes" : value === false || value === "false" ? "No" : String(value);
    if (field.format === "status") return words(value);
    if (Array.isArray(value)) return value.map((item) => (isRecord(item) ? JSON.stringify(item) : String(item))).join(", ");
    return isRecord(value) ? JSON.stringify(value) : String(value);
  }

  const good = /^(done|paid|won|ready|complete|completed|active|ok|approved|healthy|delivered|resolved|customer|success|passed|on track|live)$/;
  const warn = /^(in progress|pending|waiting|partly|partial|on hold|draft|due soon|review|at risk|medium|in review|1-30)$/;
  const bad = /^(overdue|late|failed|failing|lost|blocked|rejected|cancelled|canceled|not started|missing|critical|high|error|expired|unpaid|31-60|61-90|over 90|90\+)$/;

  function tone(value) {
    const plain = String(value).toLowerCase().replaceAll("_", " ");
    return good.test(plain) ? " good" : warn.test(plain) ? " warn" : bad.test(plain) ? " bad" : "";
  }

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /* ---- choosing rows ---- */

  function recall() {
    try {
      return { filters: {}, search: "", ...JSON.parse(localStorage.getItem("view") || "{}") };
    } catch {
      return { filters: {}, search: "" };
    }
  }

  function remember() {
    try {
      localStorage.setItem("view", JSON.stringify(remembered));
    } catch {
      // without storage a choice lasts as long as the page is open
    }
  }

  const startOfDay = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const plusDays = (date, days) => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);

  /** Periods from their first moment to the first one after. */
  function period(name) {
    const today = startOfDay(new Date());
    const monday = plusDays(today, -((today.getDay() + 6) % 7));
    const month = (plus) => new Date(today.getFullYear(), today.getMonth() + plus, 1);
    const periods = {
      today: [today, plusDays(today, 1)],
      "this-week": [monday, plusDays(monday, 7)],
      "next-7-days": [today, plusDays(today, 7)],
      "this-month": [month(0), month(1)],
      "last-month": [month(-1), month(0)],
      "this-year": [new Date(today.getFullYear(), 0, 1), new Date(today.getFullYear() + 1, 0, 1)],
      overdue: [new Date(-8.64e15), today],
    };
    return periods[name];
  }

  const periodWords = { today: "Today", "this-week": "This week", "next-7-days": "Next 7 days", "this-month": "This month", "last-month": "Last month", "this-year": "This year", overdue: "Before today" };

  function holds(row, condition) {
    const field = fieldOf(condition.field);
    if (field === undefined) return true;
    if (condition.is !== undefined) {
      const time = rank(row, field);
      const [from, to] = period(condition.is) ?? [];
      return typeof time === "number" && from !== undefined && time >= from.getTime() && time < to.getTime();
    }
    const same = text(row, field) === condition.equals || String(raw(row, field)) === String(condition.equals);
    return condition.not === true ? !same : same;
  }

  function filtered() {
    const wanted = remembered.search.trim().toLocaleLowerCase();
    const conditions = spec.filters.flatMap((key) => {
      const value = remembered.filters[key];
      if (value === undefined || fieldOf(key) === undefined) return [];
      return [isTime(fieldOf(key)) ? { field: key, is: value } : { field: key, equals: value }];
    });
    return rows.filter((row) => conditions.every((condition) => holds(row, condition)) && (wanted === "" || fields.some((field) => text(row, field).toLocaleLowerCase().includes(wanted))));
  }

  function sorted(list) {
    const { field: key, descending } = remembered.sort ?? spec.sort ?? {};
    const field = fieldOf(key);
    if (field === undefined) return list;
    const ranked = list.map((row) => [rank(row, field), row]);
    ranked.sort(([a], [b]) => (a === null || b === null || !descending ? compare(a, b) : compare(b, a)));
    return ranked.map(([, row]) => row);
  }

  /* ---- figures ---- */

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

  function reduce(numbers, of) {
    if (of === "largest") return numbers.reduce((a, b) => Math.max(a, b));
    if (of === "smallest") return numbers.reduce((a, b) => Math.min(a, b));
    const sum = numbers.reduce((a, b) => a + b, 0);
    return of === "average" ? sum / numbers.length : sum;
  }

  function cardText(card, list) {
    if (card.of === "value") {
      const value = at(result, card.path);
      const number = toNumber(value);
      return number === null ? String(value ?? "–") : numberText(number, card, currencyOf({}, card), true);
    }
    return measure(card.where === undefined ? list : list.filter((row) => holds(row, card.where)), card.of, fieldOf(card.field));
  }

  function showCards(list) {
    document.querySelectorAll("#cards dd").forEach((place, i) => {
      place.textContent = cardText(spec.cards[i], list);
    });
  }

  /* ---- charts ---- */

  const ages = ["Not due yet", "1–30 days", "31–60 days", "61–90 days", "Over 90 days"];

  function ageOf(date) {
    const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 864e5);
    return days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4;
  }

  function bucketOf(date, per) {
    if (per === "year") return new Date(date.getFullYear(), 0, 1);
    if (per === "month") return new Date(date.getFullYear(), date.getMonth(), 1);
    return per === "week" ? plusDays(date, -((date.getDay() + 6) % 7)) : startOfDay(date);
  }

  function bucketText(time, per) {
    const options = per === "year" ? { year: "numeric" } : per === "month" ? { month: "short", year: "2-digit" } : { day: "numeric", month: "short" };
    return format("date", options).format(new Date(time));
  }

  const chartField = (chart, key) => (chart.fields ?? fields).find((field) => field.key === key);

  function groupOf(row, by, per) {
    if (per === undefined) return { name: text(row, by) || "None", order: 0 };
    const date = toDate(raw(row, by), by);
    if (date === null) return null;
    if (per === "age") return { name: ages[ageOf(date)], order: ageOf(date) };
    const time = bucketOf(date, per).getTime();
    return { name: bucketText(time, per), order: time };
  }

  /** The groups of a chart with their figures, in the order in which they are drawn. */
  function groups(chart, list) {
    const by = chartField(chart, chart.by);
    const of = chartField(chart, chart.field);
    const found = new Map();
    if (by === undefined) return [];
    for (const row of list) {
      const group = groupOf(row, by, chart.per);
      if (group === null) continue;
      const key = chart.per === undefined ? group.name : group.order;
      if (!found.has(key)) found.set(key, { ...group, numbers: [], rows: [] });
      const number = chart.of === "count" || of === undefined ? 1 : toNumber(raw(row, of));
      if (number !== null) found.get(key).numbers.push(number);
      found.get(key).rows.push(row);
    }
    const all = [...found.values()].map((group) => ({ ...group, value: group.numbers.length === 0 ? 0 : reduce(group.numbers, chart.of), field: of, chart }));
    if (chart.per !== undefined) return all.sort((a, b) => a.order - b.order);
    return chart.given ? all : all.sort((a, b) => b.value - a.value);
  }

  function figure({ value, field, chart, rows: list }) {
    if (chart.of === "count" || field === undefined) return format("number", {}).format(value);
    return numberText(value, field, list.length === 0 ? null : currencyOf(list[0], field), true);
  }

  const mostBars = 12;

  function topOf(list) {
    if (list.length <= mostBars) return list;
    const rest = list.slice(mostBars - 1);
    const adds = rest[0].chart.of === "sum" || rest[0].chart.of === "count";
    const others = { ...rest[0], name: `${format("number", {}).format(rest.length)} others`, rows: rest.flatMap((one) => one.rows.slice(0, 1)), value: rest.reduce((sum, one) => sum + one.value, 0) };
    return adds ? [...list.slice(0, mostBars - 1), others] : list.slice(0, mostBars);
  }

  function bars(list) {
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

  function plot(list, kind, width) {
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

  function line(list, y) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
    svg.setAttribute("viewBox", "0 0 100 100");
    svg.setAttribute("preserveAspectRatio", "none");
    path.setAttribute("points", list.map((one, i) => `${list.length === 1 ? 50 : (i / (list.length - 1)) * 100},${y(one.value)}`).join(" "));
    svg.append(path);
    return svg;
  }

  /** What a drawing says, for those who do not see it and for those who want the figures. */
  function asTable(list, title) {
    const body = list.map((one) => make("tr", {}, make("th", { scope: "row", textContent: one.name }), make("td", { textContent: figure(one) })));
    const table = make("table", {}, make("caption", { className: "visually-hidden", textContent: title }), make("tbody", {}, ...body));
    return make("details", {}, make("summary", { textContent: "As a table" }), table);
  }

  function showCharts(list) {
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

  /* ---- the table ---- */

  const columnFields = fields.filter((field) => field.shown);

  function classOf(field) {
    if (isNumber(field)) return "number";
    if (isTime(field)) return "date";
    return ["name", "long", "id"].includes(field.format) ? field.format : "";
  }

  function cell(row, field) {
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

  const line1 = (row) => make("tr", {}, ...columnFields.map((field) => cell(row, field)));

  function bodies(list) {
    const field = fieldOf(spec.group);
    if (field === undefined) return [make("tbody", {}, ...list.map(line1))];
    const found = new Map();
    for (const row of list) {
      const date = isTime(field) ? toDate(raw(row, field), field) : null;
      const name = date === null ? text(row, field) || "None" : format("date", field.format === "month" ? { month: "long", year: "numeric" } : { weekday: "long", day: "numeric", month: "long" }).format(date);
      found.set(name, [...(found.get(name) ?? []), row]);
    }
    return [...found].map(([name, group]) => {
      const title = make("th", { colSpan: columnFields.length, scope: "rowgroup", textContent: name }, make("small", { textContent: count(group.length) }));
      return make("tbody", {}, make("tr", { className: "group" }, title), ...group.map(line1));
    });
  }

  const count = (number) => `${format("number", {}).format(number)} ${number === 1 ? "row" : "rows"}`;

  function showTable(list) {
    const ordered = sorted(list);
    $("shown").textContent = list.length === rows.length ? count(rows.length) : `${format("number", {}).format(list.length)} of ${count(rows.length)}`;
    const place = $("rows");
    if (list.length === 0) {
      place.replaceChildren(message(rows.length === 0 ? "There are no rows" : "No row fits", rows.length === 0 ? `${source.connector} has nothing to show right now.` : "Change the filters or the search to see the rest."));
    } else {
      const caption = make("caption", { className: "visually-hidden", textContent: spec.title });
      place.replaceChildren(make("table", { className: "rows" }, caption, make("thead", {}, head()), ...bodies(ordered.slice(0, shownRows))));
    }
    const more = make("button", { type: "button", textContent: "Show more" });
    more.addEventListener("click", () => {
      shownRows += pageSize * 4;
      showTable(filtered());
    });
    $("more").replaceChildren(...(list.length > shownRows ? [more, make("span", { className: "muted", textContent: `${format("number", {}).format(shownRows)} shown` })] : []));
  }

  function showFacts() {
    const lines = columnFields.map((field) => make("tr", {}, make("th", { scope: "row", textContent: field.label }), make("td", { textContent: text(result, field) || "–" })));
    $("rows").replaceChildren(make("table", { className: "facts" }, make("tbody", {}, ...lines)));
  }

  /* ---- filters ---- */

  function choices(field) {
    if (isTime(field)) return Object.keys(periodWords).map((name) => [name, periodWords[name]]);
    return [...new Set(rows.map((row) => text(row, field)))].filter((value) => value !== "").sort(compare).slice(0, 200).map((value) => [value, value]);
  }

  function showFilters() {
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

  function changed() {
    shownRows = pageSize;
    remember();
    show();
  }

  /* ---- showing ---- */

  function message(title, words, look = "") {
    const box = make("div", { className: `message ${look}` }, make("strong", { textContent: title }), words);
    if (look === "bad") box.setAttribute("role", "alert");
    return box;
  }

  function show() {
    const list = filtered();
    showCards(list);
    showCharts(list);
    if (source.rows === null) showFacts();
    else showTable(list);
  }

  /** Some sources answer with a part only, and say so. */
  function partly() {
    const total = Number(at(result, "total"));
    const all = total > rows.length && at(result, "truncated") === true;
    $("notice").replaceChildren(...(all ? [message(`The first ${format("number", {}).format(rows.length)} of ${count(total)}`, "The source gives no more in one answer: figures and charts count these alone.", "warn")] : []));
  }

  function since() {
    const date = toDate(at(result, "asOf") ?? at(result, "updatedAt") ?? "", {});
    return date === null ? "" : `As of ${format("date", { dateStyle: "long", timeStyle: "short" }).format(date)}`;
  }

  async function start() {
    try {
      result = await ask();
      rows = source.rows === null ? [] : listAt(source.rows);
      $("as-of").textContent = since();
      document.querySelector("main").classList.remove("loading");
      if (source.rows === null && fields.length === 0) {
        $("rows").replaceChildren(make("p", { className: "raw", textContent: isRecord(result) && typeof result.text === "string" ? result.text : JSON.stringify(result, null, 2) }));
        return;
      }
      if (rows.length > 0) showFilters();
      partly();
      show();
    } catch (error) {
      document.querySelector("main").classList.remove("loading");
      $("as-of").textContent = "";
      document.querySelectorAll("#cards dd").forEach((place) => (place.textContent = "–"));
      $("rows").replaceChildren(message("The data could not be read", error.message, "bad"));
    }
  }

  addEventListener("beforeprint", () => {
    if (result === null || source.rows === null) return;
    shownRows = mostPrinted;
    showTable(filtered());
  });
  start();
})();
