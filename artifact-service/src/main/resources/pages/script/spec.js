// Everything that is particular to this page stands in its page-spec; what follows draws it.
export const spec = JSON.parse(document.getElementById("page-spec").textContent);
export const source = spec.sources.rows;
export const fields = source.fields.filter((field) => field.path !== "");
export const fieldOf = (key) => fields.find((field) => field.key === key);
export const pageSize = 50;
export const mostPrinted = 500;

/** What the source gave, and how much of it is in sight. */
export const seen = { rows: [], result: null, shown: pageSize, show: () => {} };
