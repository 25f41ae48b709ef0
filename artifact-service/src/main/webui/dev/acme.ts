/** Data of a company that does not exist, a little different at every look. */

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const companies = ["Northwind", "Globex", "Initech", "Umbra Labs", "Vandelay", "Stark & Sons", "Hooli", "Wayne Foods", "Duff", "Cyberdyne"];
const stages = ["Qualified", "Proposal", "Negotiation", "Closing"];

function isoDay(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

export function deals(): object[] {
  const next = random(7);
  return Array.from({ length: 48 }, (_, index) => ({
    id: `D-${1000 + index}`,
    name: `${companies[Math.floor(next() * companies.length)] ?? "Acme"} ${["renewal", "expansion", "pilot", "licence"][index % 4] ?? ""}`,
    company: companies[index % companies.length],
    amount: Math.round((5_000 + next() * 120_000) / 100) * 100 + (index === 3 ? Math.floor(Date.now() / 1000) % 1000 : 0),
    stage: stages[Math.floor(next() * stages.length)],
    closeDate: isoDay(Math.floor(next() * 90) - 5),
    owner: ["Ben Okri", "Cleo Marsh"][index % 2],
  }));
}

export function revenue(): object[] {
  const next = random(11);
  return Array.from({ length: 12 }, (_, month) => ({
    month: new Date(2026, month, 1).toLocaleDateString("en", { month: "short" }),
    revenue: Math.round(320_000 + month * 9_000 + next() * 40_000),
    expenses: Math.round(250_000 + month * 5_000 + next() * 30_000),
  }));
}

export function cash(): object {
  return { asOf: isoDay(0), accounts: [
    { account: "Operating", balance: 812_430 + (Math.floor(Date.now() / 1000) % 500) },
    { account: "Reserve", balance: 1_250_000 },
    { account: "Payroll", balance: 96_210 },
  ] };
}

export function invoices(): object[] {
  const next = random(23);
  return Array.from({ length: 26 }, (_, index) => ({
    invoice: `INV-${20260 + index}`,
    customer: companies[Math.floor(next() * companies.length)],
    amount: Math.round(1_000 + next() * 38_000),
    due: isoDay(Math.floor(next() * 60) - 20),
    status: next() > 0.7 ? "overdue" : "open",
  }));
}

export function events(): string {
  const rows = ["Board review", "Northwind call", "Hiring sync", "1:1 Cleo", "Pricing workshop"].map(
    (name, index) => `| ${isoDay(index)} | ${9 + index}:00 | ${name} |`,
  );
  return ["| Day | Time | Meeting |", "|---|---|---|", ...rows].join("\n");
}
