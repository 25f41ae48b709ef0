export const startOfDay = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
export const plusDays = (date, days) => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);

/** Periods from their first moment to the first one after. */
export function period(name) {
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

export const periodWords = { today: "Today", "this-week": "This week", "next-7-days": "Next 7 days", "this-month": "This month", "last-month": "Last month", "this-year": "This year", overdue: "Before today" };
