const checks = [];
function check(promise, yes, found) {
  checks.push(yes ? "ok: " + promise : "FAILED: " + promise + (found === undefined ? "" : " — " + JSON.stringify(found)));
}
function same(promise, found, wanted) {
  check(promise, JSON.stringify(found) === JSON.stringify(wanted), found);
}
async function allOf(steps) {
  for (const step of steps) {
    try { await step(); } catch (error) { check(step.name + " does not throw", false, String(error)); }
  }
  const list = document.createElement("ol");
  list.id = "checks";
  for (const text of checks) list.append(Object.assign(document.createElement("li"), { textContent: text }));
  document.body.append(list);
}
const until = async (holds) => { for (let i = 0; i < 400 && !holds(); i++) await new Promise((r) => setTimeout(r, 25)); return holds(); };
